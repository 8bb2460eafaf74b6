package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Section;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;

@WifTest
class ApplicantPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Dossiers dossiers;
    @Autowired Queue queue;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    Account employer;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        employer = accounts.create("employeur-" + UUID.randomUUID() + "@exemple.fr", "fr");
    }

    @Test
    void a_draft_opened_under_a_version_that_is_gone_goes_on_under_the_law_of_the_day() {
        String address = opened();
        int changed =
                jdbc.sql(
                                "update dossier.dossier set procedure_version = '1999' where"
                                        + " reference = :it")
                        .param("it", address.substring(address.lastIndexOf('/') + 1))
                        .update();
        assertThat(changed).isOne();

        assertThat(get(address)).hasStatusOk();
        assertThat(get(address + "/recapitulatif")).hasStatusOk();
    }

    @Test
    void a_request_is_filled_page_after_page_then_deposited_and_followed() {
        String address = opened();
        assertThat(get(address)).hasStatusOk().bodyText().contains("À remplir");

        fill(address);
        MvcTestResult check = get(address + "/recapitulatif");
        assertThat(check)
                .hasStatusOk()
                .bodyText()
                .contains("Préfecture de Paris")
                .contains("Ndiaye")
                .doesNotContain("Il manque encore quelque chose");
        assertThat(post(address + "/depot"))
                .as("without the statement on honour")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(address + "/depot", "statement", "true")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(post(address + "/depot", "statement", "true"))
                .as("a double click is told the same")
                .hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();

        assertThat(get(address))
                .hasStatusOk()
                .bodyText()
                .contains("Demande déposée")
                .contains("23 janvier 2027")
                .contains("L114-3 CRPA");
        MvcTestResult receipt = get(address + "/documents/ACKNOWLEDGMENT");
        assertThat(receipt).hasStatusOk().hasContentType(MediaType.APPLICATION_PDF);
        assertThat(PdfText.of(receipt.getResponse().getContentAsByteArray()))
                .contains("Accusé de réception");
    }

    @Test
    void countries_are_in_the_order_of_the_alphabet_of_the_reader() {
        String address = opened();

        assertThat(get(address + "/formulaire/student"))
                .bodyText()
                .containsSubsequence(">afghane<", ">algérienne<", ">égyptienne<", ">zambienne<");
        assertThat(get("/en" + address + "/formulaire/student"))
                .bodyText()
                .containsSubsequence(">Afghanistan<", ">Germany<", ">Zimbabwe<");
    }

    @Test
    void someone_else_s_request_is_not_found() {
        String address = opened();
        Account stranger = accounts.create(UUID.randomUUID() + "@exemple.fr", "fr");

        for (String page : new String[] {"", "/pieces", "/recapitulatif", "/formulaire/contract"}) {
            assertThat(mvc.get().uri(address + page).with(SignedIn.as(stranger)))
                    .as(page)
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void what_is_typed_is_shown_again_as_text_whatever_it_is() {
        String address = opened();
        String evil = "=cmd|'/c calc'!A0<script>alert(1)</script>";
        post(address + "/formulaire/contract", "job_title", evil);

        assertThat(get(address + "/formulaire/contract"))
                .hasStatusOk()
                .bodyText()
                .doesNotContain("<script>alert")
                .contains("=cmd|");
    }

    @Test
    void a_date_that_cannot_be_read_is_kept_and_explained_beside_its_field_and_at_the_top() {
        String address = opened();

        assertThat(post(address + "/formulaire/contract", "contract_start", "bientôt"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"bientôt\"")
                .contains("id=\"contract_start-error\"")
                .contains("href=\"#contract_start\"");
    }

    @Test
    void an_answer_is_kept_as_its_field_is_left() {
        String address = opened();

        assertThat(
                        post(
                                address + "/reponses",
                                "field",
                                "job_title",
                                "typed",
                                "Vendeuse",
                                "revision",
                                "0"))
                .hasStatusOk()
                .bodyJson()
                .extractingPath("$.revision")
                .isEqualTo(1);
    }

    @Test
    void a_page_that_an_answer_brings_about_above_comes_after_the_last() {
        String address = opened("etudiant-emploi");
        post(address + "/formulaire/student", "nationality", "DZ");

        Seen seen = seen(address);
        Section last = seen.version().section("schooling").orElseThrow();
        String[] unanswered =
                seen.version().visibleFields(last, seen.dossier().values()).stream()
                        .flatMap(field -> Stream.of(field.id() + ".revision", "0"))
                        .toArray(String[]::new);
        assertThat(post(address + "/formulaire/schooling", unanswered))
                .hasStatus(HttpStatus.SEE_OTHER)
                .hasHeader(HttpHeaders.LOCATION, address + "/formulaire/branch");
    }

    @Test
    void an_amount_and_the_period_chosen_beside_it_are_one_answer() {
        String address = opened();
        post(
                address + "/formulaire/contract",
                "working_hours",
                "17h20",
                "working_hours.per",
                "WEEK");

        assertThat(get(address + "/formulaire/contract"))
                .bodyText()
                .contains("value=\"17h20\"")
                .contains("<option value=\"WEEK\" selected>");
        assertThat(get(address + "/recapitulatif"))
                .bodyText()
                .contains("17\u00a0h\u00a020 par semaine");
    }

    @Test
    void a_mistyped_address_is_told_beside_its_field_and_invites_nobody() {
        String address = opened();

        assertThat(get(address + "/invitations?part=WORKER")).hasStatusOk();
        assertThat(post(address + "/invitations", "part", "WORKER", "email", "awa@"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("value=\"awa@\"")
                .contains("id=\"email-error\"");
    }

    @Test
    void a_piece_declared_unavailable_without_a_reason_is_told_beside_its_field() {
        String address = opened();

        assertThat(post(address + "/pieces/contract/indisponible", "reason", " "))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("id=\"reason-contract-error\"")
                .contains("href=\"#reason-contract\"");
    }

    @Test
    void silence_is_told_as_what_the_law_makes_of_it_with_the_ways_to_contest_it() {
        String address = opened();
        fill(address);
        post(address + "/depot", "statement", "true");
        clock.set(Instant.parse("2027-01-24T09:00:00Z"));
        dossiers.look(seen(address).dossier().id());

        assertThat(get(address))
                .bodyText()
                .contains("demande réputée refusée")
                .contains("Le délai légal est passé le 23 janvier 2027")
                .contains("tribunal administratif")
                .doesNotContain("Vous n’avez rien à faire");
    }

    @Test
    void the_other_language_finds_the_page_of_a_form_again_and_keeps_what_was_asked() {
        String address = opened();

        assertThat(get(address + "/invitations?part=WORKER"))
                .bodyText()
                .contains("href=\"/en" + address + "/invitations?part=WORKER\"");
        assertThat(
                        mvc.post()
                                .uri(address + "/depot")
                                .with(SignedIn.as(employer))
                                .with(csrf())
                                .header(
                                        HttpHeaders.REFERER,
                                        "http://localhost" + address + "/recapitulatif"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("href=\"/en" + address + "/recapitulatif\"");
    }

    @Test
    void a_program_that_calls_itself_a_pdf_is_refused_with_its_reason() {
        byte[] program = "MZ\u0090\u0000 this is a program".getBytes(StandardCharsets.UTF_8);
        MvcTestResult begun =
                mvc.post()
                        .uri(opened() + "/pieces/contract/envois")
                        .with(SignedIn.as(employer))
                        .with(csrf())
                        .header("Tus-Resumable", "1.0.0")
                        .header("Upload-Length", String.valueOf(program.length))
                        .header("Upload-Metadata", "filename Y29udHJhdC5wZGY=")
                        .exchange();
        assertThat(begun).hasStatus(HttpStatus.CREATED);

        assertThat(
                        mvc.patch()
                                .uri(begun.getResponse().getHeader(HttpHeaders.LOCATION))
                                .with(SignedIn.as(employer))
                                .with(csrf())
                                .header("Upload-Offset", "0")
                                .contentType("application/offset+octet-stream")
                                .content(program))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .extractingPath("$.message")
                .asString()
                .startsWith("Le contenu de ce fichier");
    }

    private String opened() {
        return opened("etudiant-professionnalisation");
    }

    private String opened(String procedure) {
        MvcTestResult result =
                post("/mes-demandes/nouvelle", "procedure", procedure, "filer", "EMPLOYER");
        assertThat(result).hasStatus(HttpStatus.SEE_OTHER);
        return result.getResponse().getHeader(HttpHeaders.LOCATION);
    }

    private void fill(String address) {
        for (int pass = 0; pass < 2; pass++) {
            Seen seen = seen(address);
            for (Part part : Part.values()) {
                for (Section section :
                        seen.version().visibleSections(part, seen.dossier().values())) {
                    var request =
                            mvc.post()
                                    .uri(address + "/formulaire/" + section.id())
                                    .with(SignedIn.as(employer))
                                    .with(csrf());
                    for (Field field : section.fields()) {
                        if (field.example() != null) {
                            request.param(field.id(), field.example());
                            request.param(
                                    field.id() + ".revision",
                                    String.valueOf(seen.dossier().answers().revision(field.id())));
                        }
                    }
                    assertThat(request).as(section.id()).hasStatus(HttpStatus.SEE_OTHER);
                }
            }
        }
        Seen seen = seen(address);
        seen.version()
                .requiredPieces(seen.dossier().values())
                .forEach(
                        piece ->
                                post(
                                        address + "/pieces/" + piece.id() + "/indisponible",
                                        "reason",
                                        "En route"));
    }

    private Seen seen(String address) {
        Reference reference =
                Reference.read(address.substring("/dossiers/".length())).orElseThrow();
        return dossiers.see(reference, employer).orElseThrow();
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
