package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;

/// A request between an employer who reads French, a worker who reads English and a service, and
/// the letters that they get.
@WifTest
abstract class Correspondence {

    static final String OFFICE = "main-d-oeuvre-etrangere@prefecture-75.example";

    @Autowired Accounts accounts;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Parties parties;
    @Autowired Decisions decisions;
    @Autowired Journal journal;
    @Autowired Notices notices;
    @Autowired Teller teller;
    @Autowired JavaMailSender sender;
    @Autowired MockMvcTester mvc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    /// The address that the employer types for the worker.
    final String typed = "saisie-" + UUID.randomUUID() + "@exemple.fr";

    Mailbox mailbox;
    Account employer;
    Account worker;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        queue.runDue();
        mailbox = Mailbox.open(sender);
        employer = requests.someone("employeur");
        worker = accounts.create("etudiante-" + UUID.randomUUID() + "@exemple.fr", "en");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    // ---- a request, as far as it is needed

    DossierId deposited(boolean joined) {
        DossierId id = draft(joined);
        dossiers.submit(id, employer, true);
        queue.runDue();
        return id;
    }

    DossierId decided(Decision decision) {
        DossierId id = deposited(true);
        decide(id, decision);
        return id;
    }

    void decide(DossierId id, Decision decision) {
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        prepare(id, decision);
        requests.sign(id, signatory);
        queue.runDue();
    }

    void prepare(DossierId id, Decision decision) {
        assertThat(decisions.prepare(id, dossiers.dossier(id).version(), decision, caseworker))
                .isInstanceOf(Preparation.Ready.class);
    }

    static Decision granted() {
        return Requests.granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-08-31"));
    }

    /// A request that the employer has filled, and that the worker has joined or not.
    ///
    /// @param instead questions and answers other than the examples
    DossierId draft(boolean joined, String... instead) {
        DossierId id = requests.filled(employer).id();
        requests.answer(id, employer, Known.WORKER_EMAIL.field(), typed);
        requests.answer(id, employer, instead);
        if (joined) {
            requests.join(id, Part.WORKER, worker);
        }
        return id;
    }

    // ---- what is looked at

    String reference(DossierId id) {
        return dossiers.dossier(id).reference().value();
    }

    IssuedDeed deed(DossierId id, IssuedDeed.Kind kind) {
        return dossiers.dossier(id).deed(kind).orElseThrow();
    }

    void download(DossierId id, Account by) {
        assertThat(
                        mvc.get()
                                .uri(
                                        "/dossiers/%s/documents/ACKNOWLEDGMENT"
                                                .formatted(reference(id)))
                                .with(SignedIn.as(by)))
                .hasStatusOk();
    }

    Received only(String address) {
        assertThat(mailbox.to(address)).hasSize(1);
        return mailbox.to(address).getFirst();
    }

    Received last(String address) {
        assertThat(mailbox.to(address)).isNotEmpty();
        return mailbox.to(address).getLast();
    }

    List<Received> about(DossierId id, String subject) {
        return mailbox.received().stream()
                .filter(letter -> letter.subject().contains(reference(id)))
                .filter(letter -> letter.subject().contains(subject))
                .toList();
    }

    String withoutReference(Received letter, DossierId id) {
        return (letter.subject() + letter.text() + letter.html()).replace(reference(id), "…");
    }

    List<Kind> kinds(DossierId id) {
        return notices.of(id).stream().map(Notice::kind).toList();
    }

    List<Entry> entries(DossierId id, String act) {
        return journal.of(id.subject()).stream().filter(entry -> entry.act().equals(act)).toList();
    }

    static String sha256(Mailbox.File file) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance("SHA-256").digest(file.content()));
    }
}
