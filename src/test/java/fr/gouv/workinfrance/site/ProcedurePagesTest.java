package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.web.util.HtmlUtils;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import java.io.UnsupportedEncodingException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

@WifTest
class ProcedurePagesTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");
    private static final Pattern DATA =
            Pattern.compile(
                    "<script type=\"application/ld\\+json\">(.*?)</script>", Pattern.DOTALL);

    @Autowired MockMvcTester mvc;
    @Autowired Procedures procedures;
    @Autowired SettableClock clock;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @AfterEach
    void back() {
        clock.set(SettableClock.START);
    }

    @Test
    void all_that_the_catalogue_says_is_on_the_page_with_its_articles_and_not_how_sure_we_are() {
        for (Procedure procedure : procedures.all()) {
            for (Locale language : new Locale[] {Locale.FRENCH, Locale.ENGLISH}) {
                String page = page(language, procedure.id());
                Version version = procedures.current(procedure.id(), TODAY);
                for (Statement statement : version.statements()) {
                    assertThat(page).contains(statement.words().in(language));
                    statement
                            .law()
                            .forEach(
                                    source -> {
                                        assertThat(page).contains(source.article());
                                        if (source.note() != null) {
                                            assertThat(page)
                                                    .doesNotContain(source.note().in(language));
                                        }
                                    });
                }
            }
        }
    }

    @Test
    void machines_read_what_the_service_is_what_it_takes_and_when_it_was_checked() {
        JsonNode data = data(Locale.ENGLISH);

        JsonNode page = data.get("@graph").get(0);
        JsonNode service = data.get("@graph").get(1);
        JsonNode how = data.get("@graph").get(2);
        assertThat(data.get("@context").asString()).isEqualTo("https://schema.org");
        assertThat(page.get("inLanguage").asString()).isEqualTo("en");
        assertThat(page.get("lastReviewed").asString()).isEqualTo("2026-11-23");
        assertThat(service.get("@type").asString()).isEqualTo("GovernmentService");
        assertThat(service.get("name").asString())
                .isEqualTo("Professionalisation contract of a foreign student");
        assertThat(service.get("url").asString())
                .endsWith("/en/demarches/etudiant-professionnalisation");
        assertThat(service.get("audience").size()).isEqualTo(3);
        assertThat(how.get("supply").size())
                .isEqualTo(procedures.current(Requests.PROCEDURE, TODAY).pieces().size());
    }

    @Test
    void what_machines_read_cannot_end_the_script_that_holds_it() {
        String page = page(Locale.FRENCH, Requests.PROCEDURE);
        Matcher data = DATA.matcher(page);
        assertThat(data.find()).isTrue();
        assertThat(data.group(1)).doesNotContain("<").doesNotContain("&");
    }

    @Test
    void a_list_of_what_to_prepare_can_be_printed() {
        Version version = procedures.current(Requests.PROCEDURE, TODAY);
        String page = page(Locale.FRENCH, Requests.PROCEDURE + "/a-preparer");
        version.pieces().forEach(piece -> assertThat(page).contains(piece.name().fr()));
        version.sections().forEach(section -> assertThat(page).contains(section.title().fr()));
    }

    @Test
    void a_day_for_which_nothing_is_written_is_told_and_not_taken_for_a_failure() {
        clock.set(Instant.parse("2024-08-01T08:00:00Z"));
        assertThat(page(Locale.FRENCH, Requests.PROCEDURE))
                .contains("Cette démarche n’est pas décrite pour aujourd’hui")
                .contains("Elle le sera à partir du 1er septembre 2024");
        assertThat(mvc.get().uri("/demarches/" + Requests.PROCEDURE + "/a-preparer"))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    private JsonNode data(Locale language) {
        Matcher data = DATA.matcher(page(language, Requests.PROCEDURE));
        assertThat(data.find()).isTrue();
        return JsonMapper.builder().build().readTree(data.group(1));
    }

    /// What comes, where a space that breaks no line is a space.
    private String page(Locale language, String path) {
        String prefix = language.equals(Locale.ENGLISH) ? "/en" : "";
        var result = mvc.get().uri(prefix + "/demarches/" + path).exchange();
        assertThat(result).hasStatusOk();
        try {
            return HtmlUtils.htmlUnescape(result.getResponse().getContentAsString())
                    .replace('\u00a0', ' ');
        } catch (UnsupportedEncodingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
