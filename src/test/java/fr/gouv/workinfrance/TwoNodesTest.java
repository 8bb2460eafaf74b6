package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.github.kagkarlsson.scheduler.task.Task;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Proposal;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.office.Delegations;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.site.Images;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/// Two nodes of the service, each with its queue, on one database and one folder.
class TwoNodesTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);
    private static final AtomicInteger HOURLY = new AtomicInteger();

    private static Started a;
    private static Started b;
    private static Mailbox mailbox;

    /// A recurring task, told by how often it ran on both nodes together.
    @Configuration(proxyBeanMethods = false)
    static class Hourly {

        @Bean
        Task<Void> hourly() {
            return Tasks.recurring("test-hourly", FixedDelay.ofHours(1))
                    .execute((_, _) -> HOURLY.incrementAndGet());
        }
    }

    @BeforeAll
    static void start() throws Exception {
        Map<String, Object> shared = new HashMap<>();
        shared.put("wif.test.database", "wif_" + UUID.randomUUID().toString().replace("-", ""));
        shared.put("WIF_DATABASE_POOL", "8");
        shared.put("db-scheduler.enabled", "true");
        shared.put("db-scheduler.polling-interval", "200ms");
        shared.put("wif.document.folder", Files.createTempDirectory("documents"));
        a = node(shared);
        b = node(shared);
        mailbox = Mailbox.open(a.bean(JavaMailSender.class));
        int port = ((JavaMailSenderImpl) a.bean(JavaMailSender.class)).getPort();
        ((JavaMailSenderImpl) b.bean(JavaMailSender.class)).setPort(port);
    }

    private static Started node(Map<String, Object> environment) {
        return Started.with(environment, List.of(Hourly.class), "test");
    }

    @AfterAll
    static void stop() {
        a.close();
        b.close();
        mailbox.close();
    }

    @Test
    void who_asks_for_a_code_here_may_give_it_there_is_signed_in_on_both_and_out_of_both() {
        try (Browser browser = new Browser()) {
            signIn(browser, a, b, address("personne"));

            assertThat(browser.get(a.address("/mes-demandes")).statusCode()).isEqualTo(200);
            assertThat(browser.get(b.address("/mes-demandes")).statusCode()).isEqualTo(200);

            assertThat(browser.post(b.address("/deconnexion")).statusCode()).isEqualTo(302);
            assertThat(browser.get(a.address("/mes-demandes")).statusCode()).isEqualTo(302);
            assertThat(browser.get(b.address("/mes-demandes")).statusCode()).isEqualTo(302);
        }
    }

    @Test
    void limits_are_counted_by_both_together() {
        String email = address("pressee");
        try (Browser browser = new Browser()) {
            browser.get(a.address("/connexion"));
            List<Integer> answers = new ArrayList<>();
            for (int i = 0; i < 6; i++) {
                Started node = i % 2 == 0 ? a : b;
                answers.add(browser.post(node.address("/connexion"), "email", email).statusCode());
            }
            assertThat(answers).containsExactly(200, 200, 200, 200, 200, 429);
        }
    }

    @Test
    void deposits_made_on_both_at_once_are_each_one_deposit_with_one_receipt_and_one_letter_each()
            throws Exception {
        String email = address("employeur");
        try (Browser browser = new Browser()) {
            signIn(browser, a, a, email);
            browser.get(b.address("/mes-demandes"));
            Account employer = a.bean(Accounts.class).byEmail(email).orElseThrow();
            List<Dossier> drafts = new ArrayList<>();
            for (int i = 0; i < 5; i++) {
                drafts.add(requests(i % 2 == 0 ? a : b).filled(employer));
            }
            List<Callable<HttpResponse<String>>> deposits = new ArrayList<>();
            for (Dossier draft : drafts) {
                String path = "/dossiers/" + draft.reference() + "/depot";
                deposits.add(() -> browser.post(a.address(path), "statement", "true"));
                deposits.add(() -> browser.post(b.address(path), "statement", "true"));
            }

            try (var pool = Executors.newFixedThreadPool(deposits.size())) {
                for (Future<HttpResponse<String>> deposit : pool.invokeAll(deposits)) {
                    assertThat(deposit.get().statusCode()).isEqualTo(303);
                }
            }

            await().atMost(LONG_ENOUGH).until(TwoNodesTest::nothingIsQueued);
            for (Dossier draft : drafts) {
                assertThat(b.bean(Journal.class).of(draft.id().subject()))
                        .extracting(Entry::act)
                        .containsOnlyOnce("SUBMIT", "DELIVER");
                assertThat(a.bean(Dossiers.class).dossier(draft.id()).deeds())
                        .extracting(IssuedDeed::kind)
                        .containsExactly(IssuedDeed.Kind.ACKNOWLEDGMENT);
            }
            assertThat(mailbox.received())
                    .extracting(Mailbox.Received::text)
                    .doesNotHaveDuplicates();
            assertThat(a.bean(Journal.class).verify()).isInstanceOf(Audit.Sound.class);
        }
    }

    @Test
    void a_document_begun_here_and_sent_there_is_read_here() {
        String email = address("employeur");
        try (Browser browser = new Browser()) {
            signIn(browser, b, a, email);
            Account employer = a.bean(Accounts.class).byEmail(email).orElseThrow();
            Dossier draft = requests(a).filled(employer);
            String pieces = "/dossiers/" + draft.reference() + "/pieces";
            browser.get(a.address(pieces));
            HttpResponse<String> begun =
                    browser.post(
                            a.address(pieces + "/contract/envois"),
                            BodyPublishers.noBody(),
                            "Tus-Resumable",
                            "1.0.0",
                            "Upload-Length",
                            String.valueOf(Images.png().length));
            String place = begun.headers().firstValue("Location").orElseThrow();
            assertThat(
                            browser.patch(
                                            b.address(place),
                                            BodyPublishers.ofByteArray(Images.png()),
                                            "Upload-Offset",
                                            "0",
                                            "Content-Type",
                                            "application/offset+octet-stream")
                                    .statusCode())
                    .isEqualTo(204);

            var link = Pattern.compile("(/dossiers/[^/\"]+/documents/[^\"]+)\"");
            var found = link.matcher(browser.get(a.address(pieces)).body());
            assertThat(found.find()).isTrue();
            HttpResponse<String> read = browser.get(a.address(found.group(1)));
            assertThat(read.statusCode()).isEqualTo(200);
            assertThat(read.headers().firstValue("Content-Type").orElse(""))
                    .startsWith("image/png");
        }
    }

    @Test
    void a_mandate_withdrawn_here_allows_nothing_there_at_once() {
        Account student = a.bean(Accounts.class).create(address("etudiante"), "fr");
        Account employer = a.bean(Accounts.class).create(address("employeur"), "fr");
        Dossier draft = a.bean(Drafts.class).open(Requests.PROCEDURE, Part.WORKER, student, "fr");
        Mandates here = a.bean(Mandates.class);
        Mandate mandate =
                here.draft(
                        new Proposal(
                                new Mandate.Giver("Boulangerie", null, employer.id()),
                                new Mandate.Holder("Awa Ndiaye", "", student.id()),
                                new Reach.OneRequest(draft.id().scope(), "W", "la demande"),
                                Set.of(Power.values()),
                                LocalDate.EPOCH,
                                LocalDate.parse("2999-12-31")),
                        student);
        here.accept(mandate.id(), "Anne Le Goff", "gérante", "x", employer);
        Dossiers there = b.bean(Dossiers.class);
        assertThat(there.see(draft.id(), student).orElseThrow().may(Act.SUBMIT)).isTrue();

        here.end(mandate.id(), employer);

        assertThat(there.see(draft.id(), student).orElseThrow().may(Act.SUBMIT)).isFalse();
        assertThatThrownBy(() -> there.submit(draft.id(), student, true))
                .isInstanceOf(IllegalMove.class)
                .hasMessageContaining("MANDATE_WITHDRAWN");
    }

    @Test
    void what_recurs_runs_once_for_both() {
        await().atMost(LONG_ENOUGH).until(() -> HOURLY.get() > 0);
        await().atMost(LONG_ENOUGH).until(TwoNodesTest::nothingIsQueued);

        assertThat(HOURLY).hasValue(1);
        assertThat(
                        a.bean(JdbcClient.class)
                                .sql(
                                        """
                                        select count(*) from queue.scheduled_tasks
                                        where task_name = 'test-hourly'
                                        """)
                                .query(Long.class)
                                .single())
                .isEqualTo(1);
    }

    /// Nothing runs, and nothing is due that should not wait.
    private static boolean nothingIsQueued() {
        return a.bean(JdbcClient.class)
                        .sql(
                                """
                                select count(*) from queue.scheduled_tasks
                                where picked or execution_time <= :now
                                """)
                        .param("now", Timestamp.from(a.bean(Clock.class).instant()))
                        .query(Long.class)
                        .single()
                == 0;
    }

    private static void signIn(Browser browser, Started asked, Started given, String email) {
        browser.get(asked.address("/connexion"));
        browser.post(asked.address("/connexion"), "email", email);
        await().atMost(LONG_ENOUGH).until(() -> !mailbox.to(email).isEmpty());
        var code = CODE.matcher(mailbox.to(email).getLast().text());
        assertThat(code.find()).isTrue();
        HttpResponse<String> answer =
                browser.post(
                        given.address("/connexion/code"), "code", code.group(), "email", email);
        assertThat(answer.statusCode()).isEqualTo(302);
        // the token of forms changes with who one is
        browser.get(given.address("/mes-demandes"));
    }

    private static String address(String name) {
        return name + "-" + UUID.randomUUID() + "@exemple.fr";
    }

    private static Requests requests(Started node) {
        return new Requests(
                node.bean(Accounts.class),
                node.bean(Grants.class),
                node.bean(Drafts.class),
                node.bean(Dossiers.class),
                node.bean(Parties.class),
                node.bean(Decisions.class),
                node.bean(Clock.class),
                node.bean(Delegations.class),
                node.bean(Examinations.class));
    }
}
