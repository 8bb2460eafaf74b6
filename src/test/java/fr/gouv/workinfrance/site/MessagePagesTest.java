package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Clamd;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.sql.Timestamp;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// What the parties and the office write to one another, as each reads it.
@WifTest
class MessagePagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Accounts accounts;
    @Autowired Requests requests;
    @Autowired Messages messages;
    @Autowired JdbcClient database;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Dossier dossier;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = accounts.create("etudiante-" + UUID.randomUUID() + "@exemple.fr", "es");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        dossier = requests.deposit(draft, employer);
    }

    @Test
    void what_the_employer_writes_is_read_by_the_office_and_never_by_the_worker() {
        send(employer, "", "words", "Le salaire <b>reste</b>\r\nentre nous.");

        assertThat(page(employer, "/messages"))
                .contains("Le salaire &lt;b&gt;reste&lt;/b&gt;\nentre nous.", "Pas encore lu");
        assertThat(page(worker, "/messages")).doesNotContain("entre nous");
        assertThat(page(worker, "")).doesNotContain("nouveau message", "new message");
        assertThat(desk("")).contains("Messages avec les parties", "1 nouveau message");
        assertThat(desk("/messages"))
                .contains("entre nous", "Nouveau", "À traiter", "Confié à personne");
        assertThat(desk("")).doesNotContain("nouveau message");
        assertThat(page(employer, "/messages")).contains("Lu le 23 novembre 2026");
    }

    @Test
    void a_party_sees_wherever_it_comes_in_that_a_message_waits_until_it_opens_it() {
        answer("Votre demande est examinée.", Part.WORKER);

        assertThat(page(worker, "")).contains("1 nouveau message");
        assertThat(body(mvc.get().uri("/mes-demandes").with(SignedIn.as(worker)).exchange()))
                .contains("1 nouveau message");
        assertThat(page(employer, "")).doesNotContain("nouveau message");
        assertThat(desk("/messages")).contains("Pas encore lu");

        assertThat(page(worker, "/messages"))
                .contains("Votre demande est examinée.", "Nouveau", caseworker.displayName());
        assertThat(page(worker, "/messages")).doesNotContain("Nouveau");
        assertThat(page(worker, "")).doesNotContain("nouveau message");
        assertThat(desk("/messages")).contains("Lu le 23 novembre 2026");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_is_kept() {
        MvcTestResult blank = send(worker, "", "words", "  ");
        assertThat(blank).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(blank))
                .contains(
                        "Le message n’est pas envoyé", "href=\"#words\"", "Écrivez votre message.");

        MvcTestResult nobody = send(caseworker, "/instruction", "words", "À vous deux.");
        assertThat(nobody).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(nobody))
                .contains("Choisissez à qui vous écrivez.", "href=\"#to\"", "À vous deux.")
                .as("the token of the form is in no address")
                .contains("name=\"_csrf\"")
                .doesNotContain("_csrf=");

        MvcTestResult refused = join(worker, "Voici.", "page.html", "<html>".getBytes());
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused))
                .contains("page.html", "Voici.", "Choisissez de nouveau les documents");
        assertThat(messages.of(dossier.id())).isEmpty();
    }

    @Test
    void a_document_comes_back_as_it_was_to_who_sent_it_and_marked_to_the_office() {
        assertThat(join(worker, "Mon visa.", "visa.png", Images.png()))
                .hasStatus(HttpStatus.SEE_OTHER);
        String file = "/documents/" + joined();

        assertThat(page(worker, "/messages")).contains("visa.png", file);
        assertThat(get("/dossiers", file, worker)).hasStatusOk().hasContentType("image/png");
        assertThat(get("/dossiers", file + "/1", worker)).hasStatusOk();
        assertThat(body(get("/dossiers", file + "/lecture", worker))).contains("/messages\"");
        MvcTestResult copy = get("/instruction/dossiers", file, caseworker);
        assertThat(copy).hasStatusOk().hasContentType("application/pdf");
        assertThat(copy.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION)).contains("copie");
        assertThat(get("/instruction/dossiers", file + "/1", caseworker)).hasStatusOk();
        for (String more : List.of("", "/1", "/lecture")) {
            assertThat(get("/dossiers", file + more, employer))
                    .as("the other party")
                    .hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void what_the_office_joins_is_had_by_those_for_whom_it_is() {
        MvcTestResult sent =
                mvc.post()
                        .uri("/instruction/dossiers/" + dossier.reference() + "/messages")
                        .with(SignedIn.as(caseworker))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .multipart()
                        .file(new MockMultipartFile("file", "plan.png", "image/png", Images.png()))
                        .param("words", "Le plan.")
                        .param("to", "WORKER")
                        .exchange();
        assertThat(sent).hasStatus(HttpStatus.SEE_OTHER);
        String file = "/documents/" + joined();

        assertThat(get("/dossiers", file, worker)).hasStatusOk().hasContentType("image/png");
        assertThat(get("/dossiers", file, employer)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_document_with_a_virus_is_refused_or_if_found_later_shown_to_nobody() throws Exception {
        join(worker, "Mon visa.", "visa.png", Images.png());
        DocumentId document = joined();
        database.sql(
                        "update document.document set scan = 'INFECTED', signature = :s where id ="
                                + " :id")
                .param("s", Clamd.SIGNATURE)
                .param("id", document.value())
                .update();

        assertThat(page(worker, "/messages"))
                .contains("visa.png", "Un virus a été trouvé dans ce document")
                .doesNotContain("/documents/" + document);
        assertThat(desk("/messages"))
                .contains("Un virus a été trouvé dans ce document")
                .doesNotContain("/documents/" + document);
        assertThat(get("/dossiers", "/documents/" + document, worker))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/instruction/dossiers", "/documents/" + document, caseworker))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_message_is_taken_then_done_with_by_an_agent_whose_name_stays() {
        send(worker, "", "words", "Merci.");
        assertThat(desk("/messages")).contains("Je m’en charge", "Marquer comme traité");

        send(caseworker, "/instruction", "/1/prise-en-charge");
        assertThat(desk("/messages"))
                .contains("Confié à Claire Vidal.")
                .doesNotContain("Je m’en charge");
        send(caseworker, "/instruction", "/1/traite");
        assertThat(desk("/messages"))
                .contains("Claire Vidal l’a marqué comme traité le 23 novembre 2026")
                .doesNotContain("Marquer comme traité<", "À traiter");
        assertThat(page(worker, "/messages")).doesNotContain("marqué comme traité");
    }

    @Test
    void a_template_comes_in_the_language_of_who_will_read_it_then_in_french_to_be_changed() {
        String form = inserted("modele", "under-examination", "to", "WORKER");

        assertThat(form)
                .contains("La solicitud " + dossier.reference() + ", presentada el 23 de noviembre")
                .contains("La demande " + dossier.reference() + ", déposée le 23 novembre 2026")
                .contains("id=\"to-WORKER\" name=\"to\" value=\"WORKER\" checked")
                .doesNotContain("id=\"to-EMPLOYER\" name=\"to\" value=\"EMPLOYER\" checked")
                .doesNotContain("{", "[…]");
        assertThat(inserted("modele", "under-examination", "to", "EMPLOYER"))
                .doesNotContain("La solicitud");
        assertThat(send(caseworker, "/instruction", "inserer", "true", "modele", "unknown"))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(messages.of(dossier.id())).as("nothing is sent").isEmpty();
    }

    @Test
    void a_template_is_put_after_what_was_typed_and_for_those_who_were_ticked() {
        String typed = "Bonjour, une question avant tout.";

        assertThat(
                        inserted(
                                "modele",
                                "under-examination",
                                "to",
                                "WORKER",
                                "to",
                                "EMPLOYER",
                                "words",
                                typed))
                .containsPattern(typed + "\\s+La demande|" + typed + "\\s+La solicitud")
                .contains("id=\"to-WORKER\" name=\"to\" value=\"WORKER\" checked")
                .contains("id=\"to-EMPLOYER\" name=\"to\" value=\"EMPLOYER\" checked")
                .containsOnlyOnce("value=\"WORKER\"");
    }

    @Test
    void the_next_message_is_proposed_to_whose_message_waits() {
        send(worker, "", "words", "Où en est ma demande ?");

        assertThat(desk("/messages"))
                .contains("id=\"to-WORKER\" name=\"to\" value=\"WORKER\" checked")
                .doesNotContain("id=\"to-EMPLOYER\" name=\"to\" value=\"EMPLOYER\" checked");
    }

    @Test
    void a_letter_that_does_not_arrive_is_told_to_the_other_party_and_to_the_office() {
        DossierId id = dossier.id();
        String key = "notification/" + id + "/test";
        database.sql(
                        "insert into mail.message (id, key, template, state, attempts, posted_at,"
                                + " settled_at, status) values (gen_random_uuid(), :key, 'message',"
                                + " 'REFUSED', 1, :at, :at, '5.1.1')")
                .param("key", key)
                .param("at", Timestamp.from(clock.instant()))
                .update();
        database.sql(
                        "insert into notification.notice (dossier, kind, recipient, account,"
                                + " made_available_at, letter) values (:id, 'MESSAGE', 'WORKER',"
                                + " :account, :at, :key)")
                .param("id", id.value())
                .param("account", worker.id())
                .param("at", Timestamp.from(clock.instant()))
                .param("key", key)
                .update();

        String told = page(employer, "");
        assertThat(told)
                .contains(
                        "Le dernier courriel envoyé à la personne à embaucher n’a pas été"
                                + " distribué");
        int alert = told.indexOf("Un courriel n’a pas été distribué");
        assertThat(told.substring(alert, told.indexOf("</div>", alert)))
                .doesNotContain(worker.email());
        assertThat(page(worker, "")).contains("Vérifiez votre adresse électronique");
        assertThat(desk(""))
                .contains(
                        "Le dernier courriel envoyé à la personne à embaucher n’a pas été"
                                + " distribué")
                .contains("L’adresse a été refusée");
    }

    private void answer(String words, Part... to) {
        messages.answer(dossier.id(), Set.of(to), words, List.of(), caseworker);
    }

    private DocumentId joined() {
        return messages.of(dossier.id()).stream()
                .map(Message::documents)
                .flatMap(List::stream)
                .findFirst()
                .orElseThrow();
    }

    private String page(Account account, String page) {
        MvcTestResult result = get("/dossiers", page, account);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private String desk(String page) {
        MvcTestResult result = get("/instruction/dossiers", page, caseworker);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(String space, String page, Account account) {
        return mvc.get()
                .uri(space + "/" + dossier.reference() + page)
                .with(SignedIn.as(account))
                .exchange();
    }

    /// @param more an act on a message, or the form: names and values, in turn
    private MvcTestResult send(Account account, String space, String... more) {
        boolean act = more.length == 1;
        var request =
                mvc.post()
                        .uri(
                                space
                                        + "/dossiers/"
                                        + dossier.reference()
                                        + "/messages"
                                        + (act ? more[0] : ""))
                        .with(SignedIn.as(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; !act && i < more.length; i += 2) {
            request.param(more[i], more[i + 1]);
        }
        return request.exchange();
    }

    private String inserted(String... typed) {
        String[] all = Arrays.copyOf(typed, typed.length + 2);
        all[typed.length] = "inserer";
        all[typed.length + 1] = "true";
        MvcTestResult result = send(caseworker, "/instruction", all);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult join(Account account, String words, String name, byte[] file) {
        return mvc.post()
                .uri("/dossiers/" + dossier.reference() + "/messages")
                .with(SignedIn.as(account))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .multipart()
                .file(new MockMultipartFile("file", name, null, file))
                .param("words", words)
                .exchange();
    }
}
