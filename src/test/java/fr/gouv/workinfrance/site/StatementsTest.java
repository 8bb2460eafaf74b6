package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.Statements;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.margin.Notes;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.procedure.Part;

import jakarta.servlet.http.Cookie;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.session.SessionRepository;
import org.springframework.test.context.TestPropertySource;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// How many statements each page sends to the database, those of its session included: a page that
/// sends one more, or one more for each line that it shows, is seen here.
@WifTest
// a house of its own: one in which forms were sent with a token of the tests loads it for each page
@TestPropertySource(properties = "spring.application.name=statements")
class StatementsTest {

    /// Of every page of someone who is signed in: what the person may do is asked once; the session
    /// is read, its last use written, and Spring Session reads it again to know whether to send its
    /// cookie.
    private static final int SIGNED_IN = 4;

    /// What opens a request: its row, the grant of who files and their entries of the journal.
    private static final int OPENING = 11;

    @Autowired MockMvcTester mvc;
    @Autowired Companies companies;
    @Autowired Requests requests;
    @Autowired SessionRepository<?> sessions;
    @Autowired Examinations examinations;
    @Autowired Corrections corrections;
    @Autowired Decisions decisions;
    @Autowired Informations informations;
    @Autowired Messages messages;
    @Autowired Notes notes;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final SoftAssertions all = new SoftAssertions();
    private Account employer;
    private Account caseworker;
    private Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void a_page_for_everyone_sends_nothing_or_almost() {
        page(null, "/", 0);
        page(null, "/demarches", 0);
        page(null, "/demarches/etudiant-professionnalisation", 0);
        page(null, "/demarches/etudiant-professionnalisation/a-preparer", 0);
        page(null, "/demarches/verifier-mon-besoin", 0);
        page(null, "/demarches/verifier-mon-besoin?nationality=IT", 0);
        page(null, "/aide", 0);
        page(null, "/connexion", 0);
        page(null, "/verifier", 0);
        page(null, "/assets/wif.css", 0);
        page(null, "/rien", 0);
        page(null, "/verifier/abcdefghijklmnopqrstuvwxyz", 2);
        all.assertAll();
    }

    @Test
    void a_page_of_one_s_own_sends_as_many_however_many_requests_there_are() {
        Dossier draft = requests.filled(employer);
        page(employer, "/", SIGNED_IN);
        page(employer, "/mes-demandes", SIGNED_IN + 3);
        for (int i = 1; i < 20; i++) {
            requests.empty(employer);
        }
        page(employer, "/mes-demandes", SIGNED_IN + 3);

        Employer company = companies.open(employer, 2);
        String siret = company.establishments().getLast().siret().value();
        String space = "/entreprise/" + company.siren();
        for (int i = 0; i < 3; i++) {
            Account colleague = requests.someone("collegue");
            companies.admit(company, colleague, Role.FILLS, List.of(siret));
            requests.answer(requests.empty(colleague).id(), colleague, "employer_siret", siret);
        }
        page(employer, "/entreprise", SIGNED_IN + 2);
        page(employer, space + "/demandes", SIGNED_IN + 3);
        page(employer, space + "/membres", SIGNED_IN + 6);
        page(employer, space + "/etablissements", SIGNED_IN + 1);

        String at = "/dossiers/" + draft.reference();
        page(employer, at, SIGNED_IN + 3);
        page(employer, at + "/formulaire/contract", SIGNED_IN + 1);
        page(employer, at + "/formulaire/employer", SIGNED_IN + 2);
        page(employer, at + "/pieces", SIGNED_IN + 3);
        page(employer, at + "/recapitulatif", SIGNED_IN + 3);

        String deposited = "/dossiers/" + requests.deposited(employer).reference();
        queue.runDue();
        page(employer, deposited, SIGNED_IN + 6);
        page(employer, deposited + "/messages", SIGNED_IN + 3);
        all.assertAll();
    }

    @Test
    void a_request_that_begins_with_what_is_known_sends_two_statements_more_at_most() {
        List<String> first = Statements.of(() -> requests.empty(employer));
        assertThat(first).filteredOn(sql -> sql.startsWith("with candidate")).hasSize(1);
        assertThat(first).hasSize(OPENING + 2);

        requests.deposited(employer);
        assertThat(Statements.of(() -> requests.empty(employer))).hasSize(OPENING + 2);
    }

    @Test
    void a_page_of_the_desk_sends_as_many_however_many_requests_there_are() {
        Dossier deposited = requests.deposited(employer);
        Dossier prepared = requests.prepared(employer, caseworker);
        queue.runDue();
        List<String> few = sent(caseworker, "/instruction");
        for (int i = 0; i < 5; i++) {
            requests.complete(employer, requests.staff("caseworker", Requests.PREFECTURE));
        }
        queue.runDue();
        all.assertThat(sent(caseworker, "/instruction")).hasSameSizeAs(few);

        page(caseworker, "/instruction", SIGNED_IN + 9);
        page(caseworker, "/instruction?q=ndiaye", SIGNED_IN + 9);
        page(caseworker, "/instruction/dossiers/" + deposited.reference(), SIGNED_IN + 6);
        page(signatory, "/signature", SIGNED_IN + 8);
        examinations.review(prepared.id(), signatory);
        page(signatory, "/signature/dossiers/" + prepared.reference(), SIGNED_IN + 7);
        all.assertAll();
    }

    @Test
    void a_page_of_a_consulted_service_sends_as_many_however_many_opinions_are_asked_of_it() {
        Account member =
                requests.staff("member", new Scope("office", "france-travail-ile-de-france"));
        Consultation asked = ask();
        inboxes.take(asked.id(), member.id(), member);
        page(member, "/avis", SIGNED_IN + 8);
        for (int i = 0; i < 5; i++) {
            ask();
        }
        page(member, "/avis", SIGNED_IN + 8);
        page(member, "/avis?vue=passees", SIGNED_IN + 7);
        page(member, "/avis?vue=informations", SIGNED_IN + 9);
        page(member, "/avis/" + asked.id(), SIGNED_IN + 11);
        all.assertAll();
    }

    private Consultation ask() {
        return ((Consulting.Asked)
                        opinions.ask(
                                requests.inExamination(employer, caseworker).id(),
                                Ask.of("france-travail", "job-offer"),
                                caseworker))
                .consultation();
    }

    @Test
    void a_page_of_the_catalogue_asks_nothing_of_the_database_but_who_reads_it() {
        Account administrator = requests.staff("administrator", Scope.HOUSE);
        page(administrator, "/administration", SIGNED_IN);
        page(administrator, "/administration/catalogue", SIGNED_IN);
        page(administrator, "/administration/catalogue/textes", SIGNED_IN);
        page(administrator, "/administration/catalogue/textes/l5221-5", SIGNED_IN);
        String at = "/administration/demarches/" + Requests.PROCEDURE;
        page(administrator, at, SIGNED_IN);
        page(administrator, at + "/comparer", SIGNED_IN);
        all.assertAll();
    }

    @Test
    void a_page_of_documents_sends_as_many_however_many_documents_there_are() {
        Dossier draft = requests.filled(employer);
        String pieces = "/dossiers/" + draft.reference() + "/pieces";
        DocumentId document = join(draft);
        page(employer, pieces, SIGNED_IN + 4);
        page(
                employer,
                "/dossiers/" + draft.reference() + "/documents/" + document.value() + "/lecture",
                SIGNED_IN + 2);
        for (int i = 0; i < 5; i++) {
            join(draft);
        }
        page(employer, pieces, SIGNED_IN + 4);
        page(employer, pieces + "/contract/reunir", SIGNED_IN + 2);
        all.assertAll();
    }

    @Test
    void a_page_of_a_request_sends_as_many_whatever_was_joined_asked_and_written() {
        Dossier draft = requests.filled(employer);
        String desk = "/instruction/dossiers/" + draft.reference();
        String own = "/dossiers/" + draft.reference();
        join(draft);
        requests.deposit(draft, employer);
        decisions.assign(draft.id(), caseworker.id(), caseworker);
        lived(draft, Ask.of("france-travail", "job-offer"));
        page(caseworker, desk, SIGNED_IN + 8);
        page(employer, own, SIGNED_IN + 8);

        lived(draft, Ask.of("urssaf", "contributions"));
        page(caseworker, desk, SIGNED_IN + 8);
        page(employer, own, SIGNED_IN + 8);

        decisions.certify(draft.id(), caseworker);
        decisions.begin(draft.id(), caseworker);
        requests.prepare(draft.id(), caseworker);
        examinations.review(draft.id(), signatory);
        page(caseworker, desk, SIGNED_IN + 8);
        page(signatory, "/signature" + own, SIGNED_IN + 7);
        all.assertAll();
    }

    /// Something more of all that may happen to a request: it is mended, with two documents more;
    /// an opinion is asked, a service is told, the parties and the office write.
    private void lived(Dossier dossier, Ask ask) {
        DossierId id = dossier.id();
        LocalDate until = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().plusDays(15);
        Asking.Line wanted =
                new Asking.Line(Subject.piece("contract"), Nature.CLARIFICATION, "", "Illisible");
        corrections.ask(id, new Asking(List.of(wanted), until, ""), caseworker);
        join(dossier);
        join(dossier);
        corrections.send(id, employer);
        assertThat(opinions.ask(id, ask, caseworker)).isInstanceOf(Consulting.Asked.class);
        informations.tell(id, "urssaf", "Pour votre contrôle", caseworker);
        messages.write(id, "Bonjour", List.of(), employer);
        messages.answer(id, Set.of(Part.EMPLOYER), "Bonjour", List.of(), caseworker);
        notes.write(id, "À rappeler", caseworker);
        queue.runDue();
    }

    private DocumentId join(Dossier draft) {
        byte[] image = Images.png();
        Reception reception =
                documents.store(
                        new ByteArrayInputStream(image), "a.png", image.length, employer.actor());
        DocumentId document = ((Reception.Received) reception).document().id();
        drafts.attach(draft.id(), "contract", document, employer);
        return document;
    }

    private void page(@Nullable Account account, String path, int expected) {
        List<String> sent = sent(account, path);
        all.assertThat(sent).as("%s sends:%n%s", path, String.join("\n", sent)).hasSize(expected);
    }

    private List<String> sent(@Nullable Account account, String path) {
        var request =
                mvc.get()
                        .uri(path)
                        .with(
                                from -> {
                                    from.setRemoteAddr(UUID.randomUUID().toString());
                                    return from;
                                });
        if (account != null) {
            Cookie session = SignedIn.session(sessions, account, clock.instant());
            request.cookie(session);
        }
        List<Integer> status = new ArrayList<>();
        List<String> sent =
                Statements.of(() -> status.add(request.exchange().getResponse().getStatus()));
        assertThat(status).as(path).isSubsetOf(200, 404);
        return sent;
    }
}
