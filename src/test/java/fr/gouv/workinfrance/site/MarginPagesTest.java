package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Pattern;

/// What the desk writes in the margin of a dossier and cannot keep: the page is long, so that it is
/// told where it begins.
@WifTest
class MarginPagesTest {

    private static final String TOO_LONG = "x".repeat(2_001);

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Dossier dossier;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        join(draft);
        join(draft);
        dossier = requests.deposit(draft, employer);
        queue.runDue();
    }

    @Test
    void a_note_or_a_label_that_is_not_kept_is_told_at_the_top_with_a_link_to_its_field() {
        assertThat(wrong("/notes", "note", " "))
                .contains("<a href=\"#note\">Écrivez une note", "id=\"note-error\"");
        assertThat(wrong("/notes", "note", TOO_LONG)).contains("<a href=\"#note\">", TOO_LONG);
        assertThat(wrong("/libelles", "libelle", ""))
                .contains("<a href=\"#libelle\">Écrivez un libellé", "id=\"libelle-error\"");
        assertThat(page()).doesNotContain("Certaines réponses sont à corriger");
    }

    @Test
    void a_doubt_without_its_reason_is_told_at_the_top_with_a_link_to_that_very_doubt() {
        List<String> doubts = found(page(), "name=\"doute\" value=\"([^\"]+)\"");
        assertThat(doubts).isNotEmpty();

        assertThat(wrong("/doutes", "doute", doubts.getLast(), "motif", ""))
                .contains("<a href=\"#doubt-" + doubts.size() + "\">Écrivez pourquoi")
                .contains("id=\"doubt-" + doubts.size() + "-error\"");
    }

    @Test
    void criteria_with_too_many_words_are_told_at_the_top_and_all_that_was_chosen_is_kept() {
        List<String> criteria = found(page(), "id=\"critere-([^\"]+)\"");
        String first = criteria.getFirst();
        String last = criteria.getLast();

        String again =
                wrong(
                        "/criteres",
                        "critere." + first,
                        "MET",
                        "mot." + first,
                        "Au vu du contrat",
                        "critere." + last,
                        "NOT_MET",
                        "mot." + last,
                        TOO_LONG);

        assertThat(again)
                .contains("<a href=\"#mot-" + last + "\">Écrivez 300 caractères au plus")
                .doesNotContain("<a href=\"#mot-" + first + "\">")
                .contains(
                        "Au vu du contrat", "value=\"MET\" selected", "value=\"NOT_MET\" selected");
        assertThat(page()).doesNotContain("Au vu du contrat");
    }

    private void join(Dossier draft) {
        byte[] image = Images.png();
        var received =
                (Reception.Received)
                        documents.store(
                                new ByteArrayInputStream(image),
                                "a.png",
                                image.length,
                                employer.actor());
        drafts.attach(draft.id(), "contract", received.document().id(), employer);
    }

    private static List<String> found(String page, String pattern) {
        return Pattern.compile(pattern).matcher(page).results().map(one -> one.group(1)).toList();
    }

    private String page() {
        return body(mvc.get().uri(at("")).with(SignedIn.as(caseworker)).exchange());
    }

    /// The page that comes back; its summary comes before all that it shows.
    private String wrong(String form, String... params) {
        var request = mvc.post().uri(at(form)).with(SignedIn.as(caseworker)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        MvcTestResult result = request.exchange();
        assertThat(result).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        String body = body(result);
        assertThat(body.indexOf("Certaines réponses sont à corriger"))
                .isPositive()
                .isLessThan(body.indexOf("class=\"fr-badges-group\""));
        return body;
    }

    private String at(String more) {
        return "/instruction/dossiers/" + dossier.reference() + more;
    }

    private static String body(MvcTestResult result) {
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }
}
