package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StatusTest {

    @ParameterizedTest
    @CsvSource({
        "550 5.1.1 <a@exemple.fr> no such user, 5.1.1",
        "550-5.7.26 several lines, 5.7.26",
        "554 5.2.2, 5.2.2",
        "550 no such user 5.1.1, 5.0.0",
        "550 5.1.1234 x, 5.0.0",
        "'', 5.0.0",
    })
    void of_what_a_server_replies_the_number_alone_is_kept(String reply, String kept) {
        assertThat(Status.ofReply(reply).code()).isEqualTo(kept);
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2.2", "2.0.0", "", "5.1", "5.1.1.1", "5.1.1x", "no 5.1.1"})
    void what_is_no_refusal_for_good_is_none(String field) {
        assertThat(Status.ofField(field)).isEmpty();
    }
}
