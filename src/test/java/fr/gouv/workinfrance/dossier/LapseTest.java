package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.Consumer;

/// How drafts end. In the spring of 2025: no draft of another test is as old.
@WifTest
class LapseTest {

    private static final LocalDate OPENED = LocalDate.parse("2025-03-10");
    private static final LocalDate NOTICE = LocalDate.parse("2025-05-27");
    private static final LocalDate LAST = LocalDate.parse("2025-06-10");

    @Autowired Erasures erasures;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Parties parties;
    @Autowired Documents documents;
    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Invitations invitations;
    @Autowired Journal journal;
    @Autowired Requests requests;
    @Autowired JdbcClient database;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Mailbox mailbox;
    Account employer;
    Account student;
    DossierId draft;

    @BeforeEach
    void draft() {
        on(OPENED);
        mailbox = Mailbox.open(sender);
        employer = requests.someone("employeur");
        student = accounts.create("etudiante-" + UUID.randomUUID() + "@exemple.fr", "en");
        draft = requests.filled(employer).id();
        requests.join(draft, Part.WORKER, student);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void each_party_is_told_two_weeks_before_the_end_once_and_in_its_language() {
        look(NOTICE.minusDays(1));
        assertThat(mailbox.received()).isEmpty();

        look(NOTICE);
        look(NOTICE);
        look(NOTICE.plusDays(1));
        assertThat(mailbox.to(employer.email()))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.subject())
                                        .contains("brouillon gardé jusqu’au 10 juin 2025"));
        assertThat(mailbox.to(student.email()))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.subject())
                                        .contains("draft kept until 10 June 2025"));
    }

    @Test
    void a_change_after_the_notice_puts_the_end_off_and_a_second_notice_comes_in_its_time() {
        look(NOTICE);
        LocalDate changed = NOTICE.plusDays(3);
        on(changed);
        requests.answer(draft, employer, "job_title", "Boulangère");

        look(LAST.plusDays(1));
        assertThat(dossiers.find(draft)).isPresent();
        assertThat(Lapse.of(dossiers.dossier(draft)).last()).isEqualTo(changed.plusMonths(3));

        look(changed.plusMonths(3).minusDays(14));
        assertThat(mailbox.to(employer.email()))
                .hasSize(2)
                .last()
                .satisfies(letter -> assertThat(letter.subject()).contains("30 août 2025"));
        look(changed.plusMonths(3).plusDays(1));
        assertThat(dossiers.find(draft)).isEmpty();
    }

    @Test
    void a_notice_that_a_change_overtakes_in_the_queue_is_not_sent() {
        on(NOTICE);
        LapseQueue.look(erasures);
        clock.advance(Duration.ofMinutes(1));
        requests.answer(draft, employer, "job_title", "Boulangère");
        queue.runDue();

        assertThat(mailbox.received()).isEmpty();
    }

    @Test
    void what_ends_is_erased_and_the_journal_says_so_without_saying_what_it_was() {
        DocumentId own = document("propre");
        DocumentId shared = document("partage");
        drafts.attach(draft, "contract", own, employer);
        drafts.attach(draft, "contract", shared, employer);
        DossierId other = requests.empty(employer).id();
        drafts.attach(other, "contract", shared, employer);
        DossierId alone = requests.filled(employer).id();
        parties.invite(alone, Part.WORKER, "invitee@exemple.fr", employer, "fr");
        on(OPENED.plusDays(60));
        requests.answer(other, employer, "job_title", "Pâtissière");

        look(NOTICE);
        look(LAST);
        assertThat(dossiers.find(draft)).isPresent();
        look(LAST.plusDays(1));

        assertThat(dossiers.find(draft)).isEmpty();
        assertThat(dossiers.see(draft, employer)).isEmpty();
        assertThat(documents.find(own)).isEmpty();
        assertThat(documents.find(shared)).isPresent();
        assertThat(dossiers.find(other)).isPresent();
        assertThat(grants.on(draft.scope())).isEmpty();
        assertThat(invitations.on(alone.scope())).isEmpty();
        assertThat(rows("dossier.party", "dossier", draft.value())).isZero();
        assertThat(journal.of(draft.subject()))
                .allSatisfy(entry -> assertThat(entry.personal()).isEmpty())
                .extracting(Entry::act)
                .contains("OPEN", "ANSWER", "ENDING")
                .endsWith("ERASE", "journal.erased");
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    @Test
    void a_request_that_was_deposited_is_never_touched_and_the_database_sees_to_it() {
        clock.set(SettableClock.START);
        DossierId deposited = requests.deposited(employer).id();

        clock.advance(Duration.ofDays(1000));
        assertThat(erasures.ending()).doesNotContain(deposited);
        erasures.announce(deposited);
        clock.advance(Duration.ofDays(1000));
        erasures.lapse(deposited);

        assertThat(dossiers.dossier(deposited).touchedAt()).isEqualTo(SettableClock.START);
        assertThatThrownBy(
                        () ->
                                database.sql("delete from dossier.dossier where id = :id")
                                        .param("id", deposited.value())
                                        .update())
                .hasStackTraceContaining("a request that was deposited is kept");
    }

    @Test
    void who_was_told_late_has_two_weeks_all_the_same() {
        look(LAST.plusDays(30));
        look(LAST.plusDays(43));
        assertThat(dossiers.find(draft)).isPresent();

        look(LAST.plusDays(44));
        assertThat(dossiers.find(draft)).isEmpty();
    }

    @Test
    void two_nodes_at_once_and_one_that_stops_half_way_do_it_once() throws Exception {
        List<DossierId> some =
                List.of(draft, requests.filled(employer).id(), requests.filled(employer).id());
        on(NOTICE);
        erasures.announce(some.getFirst()); // then the node stops
        atOnce(some, erasures::announce);
        queue.runDue();
        assertThat(mailbox.to(employer.email())).hasSize(3);

        on(LAST.plusDays(1));
        erasures.lapse(some.getFirst());
        atOnce(some, erasures::lapse);
        for (DossierId id : some) {
            assertThat(dossiers.find(id)).isEmpty();
            assertThat(journal.of(id.subject()))
                    .extracting(Entry::act)
                    .containsOnlyOnce("ENDING", "ERASE", "journal.erased");
        }
    }

    @Test
    void who_files_deletes_a_draft_at_once_and_the_others_are_told() {
        assertThatThrownBy(() -> erasures.delete(draft, student)).isInstanceOf(IllegalMove.class);

        erasures.delete(draft, employer);
        queue.runDue();

        assertThat(dossiers.find(draft)).isEmpty();
        assertThat(mailbox.to(employer.email())).isEmpty();
        assertThat(mailbox.to(student.email()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.subject()).contains("draft deleted"));
    }

    @Test
    void three_months_are_counted_from_date_to_date() {
        assertThat(Lapse.touchedToBeNear(LocalDate.parse("2025-02-14")))
                .isAfterOrEqualTo(LocalDate.parse("2024-11-30"));
        on(LocalDate.parse("2024-11-30"));
        Dossier late = requests.empty(employer);
        assertThat(Lapse.of(late).last()).isEqualTo("2025-02-28");
    }

    private void on(LocalDate day) {
        clock.set(day.atTime(LocalTime.of(9, 0)).toInstant(ZoneOffset.UTC));
    }

    private void look(LocalDate day) {
        on(day);
        LapseQueue.look(erasures);
        queue.runDue();
    }

    private static void atOnce(List<DossierId> some, Consumer<DossierId> act)
            throws InterruptedException {
        try (var nodes = Executors.newFixedThreadPool(2)) {
            Callable<Void> node =
                    () -> {
                        some.forEach(act);
                        return null;
                    };
            for (var done : nodes.invokeAll(List.of(node, node))) {
                assertThat(done).succeedsWithin(Duration.ofSeconds(30));
            }
        }
    }

    private DocumentId document(String name) {
        byte[] png =
                Base64.getDecoder()
                        .decode(
                                "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");
        return documents.keep(png, name + ".png", "image/png", employer.actor()).id();
    }

    private long rows(String table, String column, UUID id) {
        return database.sql("select count(*) from %s where %s = :id".formatted(table, column))
                .param("id", id)
                .query(Long.class)
                .single();
    }
}
