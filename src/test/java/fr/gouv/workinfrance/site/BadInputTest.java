package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.UnsupportedEncodingException;

/// What people type, and what machines send in their place: a clear answer, nothing lost, nothing
/// overwritten.
@WifTest
class BadInputTest {

    /// Turns the rest of a line from right to left.
    private static final String OVERRIDE = "\u202e";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account employer;
    private Dossier draft;
    private String address;

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        draft = requests.filled(employer);
        address = "/dossiers/" + draft.reference();
    }

    @Test
    void a_stale_form_overwrites_nothing_and_shows_both_answers() {
        requests.answer(draft.id(), employer, "job_title", "Assistante de direction");

        assertThat(
                        post(
                                address + "/formulaire/contract",
                                "job_title",
                                "Vendeuse <b>",
                                "job_title.revision",
                                "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"Assistante de direction\"")
                .contains("Quelqu’un a répondu à cette question entre-temps")
                .contains("Vous aviez écrit\u00a0: <bdi>Vendeuse &lt;b&gt;</bdi>");
        assertThat(typed("job_title")).isEqualTo("Assistante de direction");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "-1", "99999999999999999999", "0", "un", "1.5"})
    void a_revision_that_never_was_overwrites_nothing(String revision) {
        String before = typed("job_title");

        assertThat(
                        post(
                                address + "/formulaire/contract",
                                "job_title",
                                "Vendeuse",
                                "job_title.revision",
                                revision))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(typed("job_title")).isEqualTo(before);
    }

    @Test
    void someone_else_s_request_and_one_that_never_was_are_the_same_page() {
        Account stranger = requests.someone("inconnu");
        String theirs = page(stranger, address);
        String nobodys = page(stranger, "/dossiers/K7QM-3XHD-9RTA");

        assertThat(theirs.replace(draft.reference().value(), "K7QM-3XHD-9RTA"))
                .isEqualTo(nobodys)
                .contains("Cette page n’existe pas");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "O’Connor-D'Arc",
                "Nguyễn Thị Minh Khai",
                "محمد بن عبد الله",
                "Ɓàɗo Ŋgoné",
                "Łukasz Żółć"
            })
    void a_name_is_taken_as_it_is_written(String name) {
        assertThat(post(address + "/formulaire/student", "surname", name, "surname.revision", "1"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get(address + "/recapitulatif")).bodyText().contains(name);
    }

    @Test
    void a_name_that_turns_the_line_around_or_is_a_formula_is_shown_as_what_it_is() {
        requests.answer(
                draft.id(),
                employer,
                "surname",
                "Ndiaye" + OVERRIDE + "fdp.exe",
                "employer_name",
                "=HYPERLINK(\"http://mal.example\")<script>alert(1)</script>");

        assertThat(get(address + "/recapitulatif"))
                .bodyText()
                .doesNotContain("<script>alert", OVERRIDE)
                .contains("=HYPERLINK(");
        dossiers.submit(draft.id(), employer, true);
        queue.runDue();
        MvcTestResult receipt = get(address + "/documents/ACKNOWLEDGMENT");
        assertThat(receipt).hasStatusOk();
        assertThat(PdfText.of(receipt.getResponse().getContentAsByteArray()))
                .doesNotContain(OVERRIDE)
                .contains("Ndiayefdp.exe");
        assertThat(get("/mes-demandes")).bodyText().contains("<bdi>").doesNotContain(OVERRIDE);
    }

    @ParameterizedTest
    @CsvSource({
        "student, given_names",
        "representative, representative_given_names",
    })
    void someone_with_a_single_name_is_asked_for_no_other(String section, String given) {
        requests.answer(draft.id(), employer, given, "");

        assertThat(get(address + "/recapitulatif"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("Il manque encore quelque chose");
        assertThat(get(address + "/formulaire/" + section)).hasStatusOk();
        assertThat(post(address + "/depot", "statement", "true")).hasStatus(HttpStatus.SEE_OTHER);
    }

    @ParameterizedTest
    @CsvSource({
        "1999, 303, true",
        "03/1999, 303, true",
        "12/03/1999, 303, true",
        "'', 303, false",
        "12/03/2050, 303, false",
        "2050, 303, false",
        "31/02/1999, 422, false",
        "12/1999/03, 422, false",
        "hier, 422, false",
    })
    void a_birth_date_may_be_partial_and_may_not_be_to_come(
            String birth, int status, boolean depositable) {
        String section = "/formulaire/student";
        assertThat(
                        post(
                                address + section,
                                "birth_date",
                                birth,
                                "birth_date.revision",
                                String.valueOf(draft.answers().revision("birth_date"))))
                .hasStatus(status);

        assertThat(typed("birth_date")).as("kept as typed").isEqualTo(birth);
        assertThat(post(address + "/depot", "statement", "true"))
                .hasStatus(depositable ? 303 : 422);
    }

    @Test
    void a_text_that_is_too_endlessis_kept_and_told() {
        String endless = "très ".repeat(2000) + "long";

        assertThat(
                        post(
                                address + "/formulaire/contract",
                                "job_title",
                                endless,
                                "job_title.revision",
                                "1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"job_title-error\"");
        assertThat(typed("job_title")).isEqualTo(endless);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"formulaire/contract", "reponses", "pieces/contract/indisponible", "depot"})
    void the_character_of_number_zero_is_not_understood_and_breaks_nothing(String form) {
        assertThat(
                        post(
                                address + "/" + form,
                                "job_title",
                                "a\0b",
                                "field",
                                "job_title",
                                "typed",
                                "a\0b",
                                "revision",
                                "1",
                                "reason",
                                "a\0b",
                                "statement",
                                "a\0b"))
                .hasStatus(HttpStatus.BAD_REQUEST);
        assertThat(dossiers.dossier(draft.id())).isEqualTo(draft);
    }

    @ParameterizedTest
    @CsvSource({
        "reponses, field=nulle_part&typed=x&revision=0, 409",
        "reponses, field=job_title&typed=x, 400",
        "reponses, field=job_title&typed=x&revision=99999999999999, 400",
        "reponses, '', 400",
        "invitations, part=ROI&email=a@exemple.fr, 400",
        "invitations, part=WORKER&email=pas une adresse, 422",
        "invitations, part=EMPLOYER&email=a@exemple.fr, 409",
        "formulaire/nulle_part, job_title=x, 404",
        "pieces/nulle_part/indisponible, reason=x, 409",
        "pieces/contract/retirer, document=x, 400",
        "pieces/contract/retirer, '', 400",
        "depot, statement=peut-être, 400",
    })
    void a_form_that_no_page_would_send_is_answered_and_changes_nothing(
            String form, String body, int status) {
        var request = mvc.post().uri(address + "/" + form).with(SignedIn.as(employer)).with(csrf());
        for (String pair : body.split("&")) {
            String[] parts = pair.split("=", 2);
            if (parts.length == 2) {
                request.param(parts[0], parts[1]);
            }
        }

        assertThat(request).hasStatus(status);
        assertThat(dossiers.dossier(draft.id())).isEqualTo(draft);
    }

    @Test
    void a_script_is_told_in_json_what_a_page_would_say() {
        assertThat(
                        mvc.get()
                                .uri("/en/dossiers/K7QM-3XHD-9RTA")
                                .with(SignedIn.as(employer))
                                .accept(MediaType.APPLICATION_JSON))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .startsWith("This page does not exist");
    }

    @Test
    void the_name_of_a_file_that_was_not_encoded_breaks_nothing() {
        assertThat(
                        mvc.post()
                                .uri(address + "/pieces/contract/envois")
                                .with(SignedIn.as(employer))
                                .with(csrf())
                                .header("Tus-Resumable", "1.0.0")
                                .header("Upload-Length", "1000")
                                .header("Upload-Metadata", "filename 100%.png"))
                .hasStatus(HttpStatus.CREATED);
    }

    private String typed(String field) {
        return dossiers.dossier(draft.id()).answers().of(field).orElseThrow().typed();
    }

    /// A page, but for what differs each time that it is asked for.
    private String page(Account account, String path) {
        try {
            return mvc.get()
                    .uri(path)
                    .with(SignedIn.as(account))
                    .exchange()
                    .getResponse()
                    .getContentAsString()
                    .replaceAll("name=\"_csrf\" value=\"[^\"]*\"", "");
        } catch (UnsupportedEncodingException e) {
            throw new IllegalStateException(e);
        }
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.as(employer)).exchange();
    }

    private MvcTestResult post(String path, String... params) {
        var request = mvc.post().uri(path).with(SignedIn.as(employer)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
