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
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/// Mandates as people make, read, send and end them.
@WifTest
class MandatePagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Drafts drafts;
    @Autowired Mandates mandates;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account student;
    Account employer;
    Dossier draft;

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        student = requests.someone("etudiante");
        employer = requests.someone("employeur");
        draft = requests.fill(drafts.open(Requests.PROCEDURE, Part.WORKER, student, "fr"), student);
    }

    @Test
    void the_form_knows_what_the_request_says() {
        assertThat(get("/mandats/nouveau?dossier=" + draft.reference(), student))
                .hasStatusOk()
                .bodyText()
                .contains("value=\"Boulangerie des Lices\"")
                .contains("value=\"73282932000074\"")
                .contains("value=\"23/11/2026\"")
                .contains("value=\"22/11/2027\"");
    }

    @Test
    void a_mandate_ready_to_sign_says_who_for_whom_for_what_and_until_when() throws Exception {
        Mandate mandate = drafted();
        MvcTestResult file = get(at(mandate, "/document"), student);

        assertThat(file.getResponse().getContentType()).isEqualTo("application/pdf");
        assertThat(PdfText.of(file.getResponse().getContentAsByteArray()))
                .contains("Boulangerie des Lices")
                .contains("Awa Ndiaye")
                .contains(draft.reference().value())
                .contains("II de l’article R. 5221-1 du code du travail")
                .contains("Du 23 novembre 2026 au 22 novembre 2027 inclus")
                .contains("Signature pour l’employeur");
    }

    @Test
    void a_signed_copy_is_sent_back_and_answers_the_piece() {
        Mandate mandate = drafted();
        assertThat(send(mandate, "24/11/2026"))
                .as("signed tomorrow")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("au plus tard aujourd’hui");
        assertThat(send(mandate, "20/11/2026")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(get(at(mandate, ""), student))
                .bodyText()
                .contains("Signé sur papier le 20 novembre 2026")
                .contains("En vigueur");
        assertThat(get("/dossiers/" + draft.reference() + "/pieces", student))
                .bodyText()
                .contains("mandat.png");
    }

    @Test
    void nobody_else_knows_that_there_is_a_mandate() {
        Mandate mandate = drafted();

        assertThat(get(at(mandate, ""), employer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(at(mandate, "/document"), employer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(at(mandate, "/fin"), employer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(at(mandate, "/acceptation"), student))
                .as("the holder does not give himself the mandate")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    @Test
    void an_employer_mandates_a_school_for_two_establishments_and_not_for_another_s() {
        assertThat(several("732829320", "73282932000074\n552 081 317 66522"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("un SIRET de cet employeur par ligne");
        assertThat(several("", "")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(several("732 829 320 00074", "732 829 320 00074"))
                .hasStatus(HttpStatus.SEE_OTHER);

        assertThat(mandates.of(employer))
                .singleElement()
                .satisfies(
                        mandate -> {
                            assertThat(mandate.giver().siren()).isEqualTo("732829320");
                            assertThat(mandate.powers()).containsExactly(Power.DEPOSIT);
                            assertThat(((Reach.Requests) mandate.reach()).establishments())
                                    .containsExactly("73282932000074");
                        });
        assertThat(get("/mandats", employer)).bodyText().contains("Paul Martin", "Préparé");
    }

    @Test
    void hostile_text_stays_text() {
        post(
                "/mandats/nouveau",
                employer,
                "cote",
                "GIVER",
                "employer",
                "<b>x</b>",
                "holder",
                "<script>y</script>",
                "siren",
                "732829320",
                "powers",
                "FILL",
                "from",
                "23/11/2026",
                "until",
                "24/11/2026");
        Mandate mandate = mandates.of(employer).getFirst();

        assertThat(get(at(mandate, ""), employer))
                .bodyText()
                .contains("&lt;script&gt;")
                .doesNotContain("<script>y");
        assertThat(get(at(mandate, "/document"), employer)).hasStatusOk();
    }

    private MvcTestResult several(String siren, String establishments) {
        return post(
                "/mandats/nouveau",
                employer,
                "cote",
                "GIVER",
                "employer",
                "Boulangerie des Lices",
                "siren",
                siren,
                "holder",
                "Paul Martin",
                "organization",
                "Lycée",
                "establishments",
                establishments,
                "powers",
                "DEPOSIT",
                "from",
                "23/11/2026",
                "until",
                "22/11/2027");
    }

    private Mandate drafted() {
        assertThat(
                        post(
                                "/mandats/nouveau",
                                student,
                                "dossier",
                                draft.reference().value(),
                                "employer",
                                "Boulangerie des Lices",
                                "siren",
                                "73282932000074",
                                "holder",
                                "Awa Ndiaye",
                                "powers",
                                "FILL",
                                "powers",
                                "DEPOSIT",
                                "from",
                                "23/11/2026",
                                "until",
                                "22/11/2027"))
                .hasStatus(HttpStatus.SEE_OTHER);
        return mandates.of(student).getFirst();
    }

    private MvcTestResult send(Mandate mandate, String signed) {
        return mvc.post()
                .uri(at(mandate, "/document"))
                .with(csrf())
                .with(SignedIn.as(student))
                .multipart()
                .file(
                        new org.springframework.mock.web.MockMultipartFile(
                                "file", "mandat.png", "image/png", Images.png()))
                .param("signer", "Anne Le Goff")
                .param("quality", "Gérante")
                .param("signed", signed)
                .exchange();
    }

    private static String at(Mandate mandate, String more) {
        return "/mandats/" + mandate.id() + more;
    }

    private MvcTestResult get(String path, Account account) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String path, Account account, String... form) {
        var request = mvc.post().uri(path).with(csrf()).with(SignedIn.as(account));
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
