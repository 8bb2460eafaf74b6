package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.github.kagkarlsson.scheduler.task.TaskInstance;
import com.github.kagkarlsson.scheduler.testhelper.ManualScheduler;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;

import fr.gouv.workinfrance.Clamd;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Random;

/// Files sent from a phone over a bad line, several at once, with a virus in one, and while the
/// antivirus is away.
@WifTest
class UploadJourney {

    private static final int MB = 1024 * 1024;
    private static final int ANTIVIRUS = Clamd.freePort();

    @AutoClose static final Browser browser = Browser.open();
    private static Clamd clamd = Clamd.start(ANTIVIRUS);

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired ManualScheduler scheduler;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    private Account account;
    private Dossier draft;

    @DynamicPropertySource
    static void antivirus(DynamicPropertyRegistry settings) {
        settings.add("wif.document.antivirus.address", () -> "127.0.0.1:" + ANTIVIRUS);
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    @BeforeEach
    void draft() {
        clock.set(SettableClock.START);
        account = requests.someone("employeur");
        draft = requests.filled(account);
    }

    @Test
    void fifteen_megabytes_over_a_line_that_is_cut_twice_arrive_whole() {
        byte[] photograph = padded(Person.photograph(), 15 * MB);
        try (BadLine line = BadLine.to(port);
                Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(line.port(), 375)) {
            Person employer = signedIn(phone, mailbox);
            employer.open(pieces());
            line.cutAfter(5 * MB + 300_000, 4 * MB);
            employer.page().locator("#file-contract").setInputFiles(file("scan.png", photograph));
            employer.page().locator(send("contract")).click();
            employer.page().locator("a:has-text('scan.png')").first().waitFor();

            assertThat(line.cutAsOftenAsAsked()).isTrue();
            // the browser saw both cuts, and says so in its own time
            employer.page().waitForCondition(() -> !phone.troubles().isEmpty());
            employer.page().waitForLoadState(LoadState.NETWORKIDLE);
            phone.troubles();
            phone.isSound();
        }
        assertThat(joined())
                .singleElement()
                .satisfies(
                        document -> {
                            assertThat(document.size()).isEqualTo(15L * MB);
                            assertThat(
                                            documents.read(
                                                    document.id(),
                                                    account.actor(),
                                                    draft.id().subject()))
                                    .isEqualTo(photograph);
                        });
    }

    @Test
    void after_a_reload_the_same_file_goes_on_where_it_was() {
        byte[] photograph = padded(Person.photograph(), 7 * MB);
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 375)) {
            Person employer = signedIn(phone, mailbox);
            employer.open(pieces());
            employer.page()
                    .route(
                            "**/envois/*",
                            route -> {
                                String offset = route.request().headers().get("upload-offset");
                                if (offset != null && Long.parseLong(offset) >= 4 * MB) {
                                    route.abort();
                                } else {
                                    route.resume();
                                }
                            });
            employer.page().locator("#file-contract").setInputFiles(file("scan.png", photograph));
            employer.page().locator(send("contract")).click();
            employer.page().locator("text=connexion perdue").first().waitFor();
            employer.page().unroute("**/envois/*");
            phone.troubles();

            employer.open(pieces());
            phone.troubles();
            assertThat(employer.reads()).contains("« scan.png » : 57 % reçus");
            employer.join("contract", "scan.png", photograph);
            assertThat(employer.reads()).doesNotContain("57 %");
        }
        assertThat(joined()).extracting(StoredDocument::size).containsExactly(7L * MB);
    }

    @Test
    void of_several_files_at_once_the_infected_one_is_refused_and_one_may_be_replaced() {
        byte[] image = Person.photograph();
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab office = browser.tab(port, 1440)) {
            Person employer = signedIn(office, mailbox);
            employer.open(pieces());
            employer.page()
                    .locator("#file-contract")
                    .setInputFiles(
                            new FilePayload[] {
                                file("page-1.png", padded(image, 20_000)),
                                file("page-2.png", infected(image)),
                                file("page-3.png", padded(image, 30_000)),
                            });
            employer.page().locator(send("contract")).click();
            employer.page().locator("text=Voir les documents reçus").waitFor();
            assertThat(employer.reads())
                    .contains("page-1.png – reçu", "page-3.png – reçu")
                    .contains("page-2.png – Un virus a été trouvé dans ce fichier");
            assertThat(office.troubles()).allMatch(trouble -> trouble.startsWith("422 "));
            employer.follow("text=Voir les documents reçus");
            assertThat(joined())
                    .extracting(StoredDocument::name)
                    .containsExactlyInAnyOrder("page-1.png", "page-3.png");

            employer.follow("a:has-text('Remplacer') >> nth=0");
            employer.join("contract", "mieux.png");
            assertThat(joined()).extracting(StoredDocument::name).hasSize(2).contains("mieux.png");
        }
    }

    @Test
    void while_the_antivirus_is_away_documents_wait_and_the_request_is_deposited() {
        clamd.close();
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320);
                Tab desk = browser.tab(port, 1440)) {
            Person employer = signedIn(phone, mailbox);
            employer.open(pieces());
            employer.page()
                    .locator("#file-contract")
                    .setInputFiles(file("scan.png", Person.photograph()));
            employer.page().locator(send("contract")).click();
            employer.page().locator("text=il n’est montré à personne").waitFor();
            phone.isSound();
            requests.deposit(dossiers.dossier(draft.id()), account);
            employer.open(at(""));
            assertThat(employer.reads()).contains("Document en attente de l’antivirus", "scan.png");

            Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
            Person examiner = new Person(desk, caseworker.email(), mailbox, queue);
            examiner.open("/connexion");
            examiner.signIn();
            examiner.open("/instruction" + at(""));
            assertThat(examiner.reads()).contains("Pas encore contrôlé par l’antivirus");
            assertThat(examiner.page().locator("img.wif-preview").count()).isZero();

            clamd = Clamd.start(ANTIVIRUS);
            scheduler.schedule(
                    new TaskInstance<Void>("document-waiting", "recurring"),
                    clock.instant().plusSeconds(30));
            queue.runAfter(Duration.ofSeconds(30));
            employer.open(at(""));
            assertThat(employer.reads()).doesNotContain("Document en attente");
            examiner.open("/instruction" + at(""));
            assertThat(examiner.page().locator("img.wif-preview").count()).isOne();
        }
    }

    private Person signedIn(Tab tab, Mailbox mailbox) {
        Person person = new Person(tab, account.email(), mailbox, queue);
        person.open("/connexion");
        person.signIn();
        return person;
    }

    private Collection<StoredDocument> joined() {
        return documents.find(dossiers.dossier(draft.id()).attachments().documents()).values();
    }

    private String at(String more) {
        return "/dossiers/" + draft.reference() + more;
    }

    private String pieces() {
        return at("/pieces");
    }

    private static String send(String piece) {
        return "form:has(#file-" + piece + ") button[type=submit]";
    }

    private static FilePayload file(String name, byte[] content) {
        return new FilePayload(name, "image/png", content);
    }

    private static byte[] infected(byte[] image) {
        byte[] longer = Arrays.copyOf(image, image.length + Clamd.VIRUS.length);
        System.arraycopy(Clamd.VIRUS, 0, longer, image.length, Clamd.VIRUS.length);
        return longer;
    }

    /// Followed by noise: what a large photograph is made of.
    private static byte[] padded(byte[] image, int length) {
        byte[] longer = new byte[length];
        new Random(length).nextBytes(longer);
        System.arraycopy(image, 0, longer, 0, image.length);
        return longer;
    }
}
