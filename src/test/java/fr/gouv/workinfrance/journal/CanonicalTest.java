package fr.gouv.workinfrance.journal;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;

class CanonicalTest {

    @Test
    void keys_are_in_order_whatever_the_order_they_come_in() {
        Map<String, String> values = new LinkedHashMap<>();
        values.put("zone", "974");
        values.put("article", "L5221-5");

        assertThat(Canonical.of(values).text())
                .isEqualTo("{\"article\":\"L5221-5\",\"zone\":\"974\"}");
        assertThat(Canonical.of(Map.of()).text()).isEqualTo("{}");
    }

    @Test
    void only_what_json_needs_is_escaped() {
        assertThat(Canonical.of(Map.of("a", "\"\\\n\t\u0001é√/<Nguyễn> عبد")).text())
                .isEqualTo("{\"a\":\"\\\"\\\\\\u000a\\u0009\\u0001é√/<Nguyễn> عبد\"}");
    }

    @Test
    void an_entry_is_one_text_for_ever() {
        Entry entry =
                new Entry(
                        new Subject("dossier", "42"),
                        3,
                        Instant.parse("2026-11-23T09:00:00.123456789Z"),
                        Actor.account(UUID.fromString("00000000-0000-0000-0000-000000000001")),
                        "dossier.submitted",
                        Map.of(),
                        Map.of());

        String text = Canonical.of(entry, "{}", "c", "p").text();

        assertThat(text)
                .isEqualTo(
                        "{\"act\":\"dossier.submitted\","
                                + "\"actor\":\"ACCOUNT:00000000-0000-0000-0000-000000000001\","
                                + "\"at\":\"2026-11-23T09:00:00.123456Z\",\"commitment\":\"c\","
                                + "\"facts\":\"{}\",\"number\":\"3\",\"previous\":\"p\","
                                + "\"subject\":\"dossier:42\"}");
        assertThat(Sha256.of(text).hex())
                .isEqualTo("a464406046318ebab921d4218c0f7b6af5fdb91da5d4ce28b6dca65469559ca3");
    }

    @ParameterizedTest
    @CsvSource({"'',1", "dossier,''", "' ',1", "dossier,' '", "a:b,c"})
    void a_subject_that_could_be_another_is_refused(String kind, String id) {
        assertThatIllegalArgumentException().isThrownBy(() -> new Subject(kind, id));
    }
}
