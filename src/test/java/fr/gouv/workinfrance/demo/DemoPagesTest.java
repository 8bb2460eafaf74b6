package fr.gouv.workinfrance.demo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.demo.mailbox.Mailbox;
import fr.gouv.workinfrance.demo.mailbox.SentMessage;
import fr.gouv.workinfrance.demo.past.Stories;
import fr.gouv.workinfrance.demo.past.Stories.Sample;
import fr.gouv.workinfrance.demo.past.Stories.State;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.util.List;

@DemoTest
class DemoPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Stories stories;
    @Autowired Mailbox mailbox;
    @Autowired JdbcClient jdbc;

    @ParameterizedTest
    @CsvSource({
        "employeur, /mes-demandes",
        "etudiante, /mes-demandes",
        "mandataire, /mes-demandes",
        "instructrice, /instruction",
        "instructeur, /instruction",
        "instructrice-bethune, /instruction",
        "signataire, /signature",
        "signataire-adjointe, /signature",
        "signataire-arras, /signature",
        "redactrice-ministere, /instruction/recours",
        "sous-directeur-ministere, /instruction/recours"
    })
    void one_click_puts_a_visitor_in_the_place_of_somebody_who_has_something_to_do(
            String id, String home) {
        assertThat(mvc.get().uri("/demo").exchange())
                .hasStatusOk()
                .bodyText()
                .contains("action=\"/demo/" + id + "\"");

        MvcTestResult click = mvc.post().uri("/demo/" + id).with(csrf()).exchange();

        assertThat(click).hasStatus(HttpStatus.SEE_OTHER).hasRedirectedUrl(home);
        assertThat(click.getResponse().getHeaders(HttpHeaders.SET_COOKIE)).isNotEmpty();
        Account account = accounts.byEmail(id + "@exemple.fr").orElseThrow();
        assertThat(mvc.get().uri(home).with(SignedIn.as(account)).exchange())
                .hasStatusOk()
                .bodyText()
                .containsPattern("[2-9A-Z]{4}-[2-9A-Z]{4}-[2-9A-Z]{4}");
    }

    @Test
    void one_click_puts_a_visitor_in_the_place_of_who_keeps_the_catalogue() {
        assertThat(mvc.post().uri("/demo/administratrice").with(csrf()))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasRedirectedUrl("/administration");
        Account account = accounts.byEmail("administratrice@exemple.fr").orElseThrow();
        assertThat(mvc.get().uri("/administration").with(SignedIn.as(account)).exchange())
                .hasStatusOk();
    }

    @ParameterizedTest
    @CsvSource({
        "employeur, /dossiers/, wulandari, Recours gracieux",
        "instructeur, /instruction/dossiers/, wulandari, Recours gracieux",
        "instructeur, /instruction/recours?, wulandari, Recours gracieux",
        "employeur, /dossiers/, ndiaye, Rectification d’une erreur matérielle",
        "etudiante, /dossiers/, ndiaye, Rectification d’une erreur matérielle",
        "instructrice, /instruction/dossiers/, ndiaye, Rectification d’une erreur matérielle",
        "employeur, /dossiers/, ngo bikoko, Avis favorable",
        "instructrice, /instruction/dossiers/, ngo bikoko, Avis favorable"
    })
    void what_comes_after_a_decision_or_from_another_service_is_seen_from_both_sides(
            String id, String page, String worker, String seen) {
        String reference =
                jdbc.sql(
                                """
                                select reference from dossier.worklist
                                 where worker_name ilike '%' || :worker || '%'
                                 order by submitted_at
                                 limit 1
                                """)
                        .param("worker", worker)
                        .query(String.class)
                        .single();
        Account account = accounts.byEmail(id + "@exemple.fr").orElseThrow();

        assertThat(mvc.get().uri(page + reference).with(SignedIn.as(account)).exchange())
                .hasStatusOk()
                .bodyText()
                .contains(seen);
    }

    @Test
    void nobody_else_can_be_become() {
        assertThat(mvc.post().uri("/demo/ministre").with(csrf())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(mvc.post().uri("/demo/employeur")).hasStatus(HttpStatus.FORBIDDEN);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void the_authorizations_to_try_are_what_the_page_says_of_them(String language) {
        assertThat(stories.samples())
                .extracting(Sample::state)
                .containsExactly(State.VALID, State.NOT_YET, State.ENDED);
        for (Sample sample : stories.samples()) {
            assertThat(mvc.get().uri(language + "/demo"))
                    .bodyText()
                    .contains(sample.number())
                    .contains(sample.birth());
            assertThat(
                            mvc.post()
                                    .uri("/verifier")
                                    .param("number", sample.number())
                                    .param("birth", sample.birth())
                                    .with(csrf()))
                    .hasStatusOk()
                    .bodyText()
                    .contains(
                            switch (sample.state()) {
                                case VALID -> "Autorisation authentique et valable";
                                case NOT_YET -> "pas encore valable";
                                case EXPIRED -> "Autorisation expirée";
                                case ENDED -> "Autorisation retirée";
                            });
        }
    }

    @Test
    void every_message_is_in_the_mailbox_the_newest_first_with_what_it_encloses() {
        List<SentMessage> all = mailbox.last(null, 1000);

        assertThat(all).extracting(SentMessage::at).isSortedAccordingTo((a, b) -> b.compareTo(a));
        SentMessage enclosing =
                all.stream().filter(m -> !m.enclosures().isEmpty()).findFirst().orElseThrow();
        var enclosure = enclosing.enclosures().getFirst();
        MvcTestResult file = mvc.get().uri("/demo/courriels/fichiers/" + enclosure.id()).exchange();
        assertThat(file).hasStatusOk().hasContentType(enclosure.mediaType());
        assertThat(file.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment");
        assertThat(mvc.get().uri("/demo/courriels/fichiers/0")).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_mailbox_shows_the_messages_of_one_person_alone() {
        assertThat(mvc.get().uri("/demo/courriels?destinataire=etudiante@exemple.fr"))
                .hasStatusOk()
                .bodyText()
                .containsPattern("href=\"http://localhost:\\d+/invitation/")
                .contains("<option value=\"etudiante@exemple.fr\" selected>");
        assertThat(mailbox.last("etudiante@exemple.fr", 1000))
                .isNotEmpty()
                .extracting(SentMessage::recipient)
                .containsOnly("etudiante@exemple.fr");
        assertThat(mailbox.recipients()).contains("employeur@exemple.fr").isSorted();
    }
}
