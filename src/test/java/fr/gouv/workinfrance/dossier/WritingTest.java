package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.DocumentInfected;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Writing.Fault;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.dossier.message.Message.Reading;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;

/// What the parties and the office write to one another, who reads it, and whose task it becomes.
@WifTest
class WritingTest {

    private static final byte[] PDF =
            """
            %PDF-1.4
            1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj
            2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj
            3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>endobj
            trailer<</Root 1 0 R>>
            %%EOF
            """
                    .getBytes(StandardCharsets.US_ASCII);

    private static final Scope OTHER_OFFICE = new Scope("office", "prefecture-69");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Grants grants;
    @Autowired Perusals perusals;
    @Autowired Messages messages;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired JdbcClient jdbc;
    @Autowired TransactionTemplate transaction;
    @Autowired ApplicationEventPublisher events;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    DossierId id;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        id = requests.deposit(draft, employer).id();
    }

    @Test
    void the_worker_never_reads_what_the_employer_wrote_to_the_office_nor_the_reverse() {
        write(employer, "Le salaire est confidentiel.");
        write(worker, "Mon visa expire bientôt.");

        assertThat(read(employer))
                .extracting(Message::words)
                .containsExactly("Le salaire est confidentiel.");
        assertThat(read(worker))
                .extracting(Message::words)
                .containsExactly("Mon visa expire bientôt.");
        assertThat(read(caseworker)).hasSize(2);
    }

    @Test
    void the_office_writes_to_one_party_or_to_several_and_each_opens_it_by_itself() {
        answer("Pour vous deux.", Part.EMPLOYER, Part.WORKER);
        answer("Pour vous seule.", Part.WORKER);
        assertThat(whole(worker).unopened()).isEqualTo(2);
        assertThat(messages.unread(List.of(id), worker)).isEqualTo(Map.of(id, 2));
        assertThat(whole(employer).unopened()).isEqualTo(1);

        clock.advance(Duration.ofHours(2));
        assertThat(read(worker)).hasSize(2);

        assertThat(whole(worker).unopened()).isZero();
        assertThat(messages.unread(List.of(id), worker)).isEmpty();
        assertThat(messages.unread(List.of(id), employer)).isEqualTo(Map.of(id, 1));
        Message both = read(caseworker).getFirst();
        assertThat(both.reading(Part.WORKER))
                .map(Reading::at)
                .contains(SettableClock.START.plus(Duration.ofHours(2)));
        assertThat(both.reading(Part.EMPLOYER)).isEmpty();
    }

    @Test
    void only_the_first_opening_counts() {
        answer("Bonjour.", Part.WORKER);
        read(worker);
        Instant first = clock.instant();
        clock.advance(Duration.ofDays(1));
        read(worker);

        assertThat(read(caseworker).getFirst().reading(Part.WORKER))
                .map(Reading::at)
                .contains(first);
        assertThat(acts()).containsOnlyOnce("READ_MESSAGE");
    }

    @Test
    void the_office_knows_at_once_that_a_message_waits_and_no_longer_once_an_agent_opened_it() {
        assertThat(unreadByOffice()).isFalse();
        write(worker, "Bonjour.");
        assertThat(unreadByOffice()).isTrue();
        assertThat(whole(caseworker).unopened()).isEqualTo(1);

        read(caseworker);
        assertThat(unreadByOffice()).isFalse();
        assertThat(whole(caseworker).unopened()).isZero();
        assertThat(read(worker).getFirst().reading(null))
                .map(Reading::by)
                .contains(caseworker.id());
    }

    @Test
    void a_message_is_a_task_that_an_answer_to_its_author_closes() {
        write(worker, "Où en est ma demande ?");
        write(employer, "Et la mienne ?");
        assertThat(read(caseworker)).allMatch(Message::open);

        answer("Elle est examinée.", Part.WORKER);

        assertThat(read(caseworker).get(0).settlement())
                .satisfies(
                        done -> {
                            assertThat(done.by()).isEqualTo(caseworker.id());
                            assertThat(done.answered()).isTrue();
                        });
        assertThat(read(caseworker).get(1).open()).as("the employer's").isTrue();
    }

    @Test
    void what_was_written_while_the_answer_was_is_not_answered_by_it() {
        write(worker, "Où en est ma demande ?");
        read(caseworker);
        write(worker, "C’est urgent : mon visa expire.");
        answer("Elle est examinée.", Part.WORKER);

        assertThat(messages.of(id).get(0).open()).isFalse();
        assertThat(messages.of(id).get(1).open()).as("nobody had opened it").isTrue();
        assertThat(unreadByOffice()).isTrue();
    }

    @Test
    void an_agent_says_that_he_is_done_with_what_needs_no_answer() {
        write(worker, "Merci !");
        messages.settle(id, 1, caseworker);

        assertThat(read(caseworker).getFirst().settlement())
                .satisfies(
                        done -> {
                            assertThat(done.by()).isEqualTo(caseworker.id());
                            assertThat(done.answered()).isFalse();
                        });
        messages.settle(id, 1, requests.staff("caseworker", Requests.PREFECTURE));
        assertThat(read(caseworker).getFirst().settlement().by())
                .as("who was done with it first")
                .isEqualTo(caseworker.id());
        assertThat(acts()).containsOnlyOnce("SETTLE_MESSAGE");
    }

    @Test
    void it_is_the_task_of_who_is_in_charge_unless_a_colleague_takes_it() {
        write(worker, "Bonjour.");
        assertThat(read(caseworker).getFirst().owner(assignee()))
                .as("anyone may take it")
                .isEmpty();

        decisions.assign(id, caseworker.id(), caseworker);
        assertThat(read(caseworker).getFirst().owner(assignee())).contains(caseworker.id());

        Account colleague = requests.staff("caseworker", Requests.PREFECTURE);
        messages.take(id, 1, colleague);
        assertThat(read(caseworker).getFirst().owner(assignee())).contains(colleague.id());
    }

    @Test
    void one_writes_after_the_request_was_taken_back_and_not_before_it_is_deposited() {
        dossiers.withdraw(id, employer);
        write(employer, "J’ai retiré la demande par erreur.");
        assertThat(read(caseworker)).singleElement().matches(Message::open);

        DossierId draft = requests.filled(employer).id();
        assertThatThrownBy(() -> messages.write(draft, "Bonjour", List.of(), employer))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_stranger_writes_nothing_and_a_party_neither_answers_nor_settles() {
        write(worker, "Bonjour.");
        Account stranger = requests.someone("inconnu");
        Account elsewhere = requests.staff("caseworker", OTHER_OFFICE);

        assertThatThrownBy(() -> messages.write(id, "Bonjour", List.of(), stranger))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> messages.settle(id, 1, elsewhere)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> messages.settle(id, 1, worker)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> messages.take(id, 1, employer)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(
                        () ->
                                messages.answer(
                                        id, Set.of(Part.EMPLOYER), "Bonjour", List.of(), worker))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> messages.write(id, "Bonjour", List.of(), caseworker))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void what_is_blank_too_long_or_for_nobody_is_not_sent() {
        assertThat(messages.write(id, " \r\n ", List.of(), worker))
                .isEqualTo(new Writing.Faulty(Set.of(Fault.NO_WORDS)));
        assertThat(messages.write(id, "é".repeat(Message.LONGEST + 1), List.of(), worker))
                .isEqualTo(new Writing.Faulty(Set.of(Fault.TOO_LONG)));
        assertThat(messages.answer(id, Set.of(), "Bonjour", List.of(), caseworker))
                .isEqualTo(new Writing.Faulty(Set.of(Fault.NOBODY)));
        assertThat(
                        messages.answer(
                                id, Set.of(Part.MANDATE_HOLDER), "Bonjour", List.of(), caseworker))
                .as("nobody holds a mandate")
                .isEqualTo(new Writing.Faulty(Set.of(Fault.NOBODY)));
        assertThat(read(caseworker)).isEmpty();

        // signs of two characters count for one
        write(worker, "😀".repeat(Message.LONGEST));
    }

    @Test
    void a_party_writes_no_more_in_a_day_than_by_hand_and_the_office_answers_all_the_same() {
        for (int i = 0; i < 50; i++) {
            write(worker, "Bonjour " + i);
        }
        assertThat(messages.write(id, "Encore", List.of(), worker))
                .isEqualTo(new Writing.Faulty(Set.of(Fault.TOO_MANY)));
        write(employer, "Moi, je n’ai rien écrit.");
        answer("Merci d’attendre.", Part.WORKER);

        clock.advance(Duration.ofDays(1));
        write(worker, "Bonjour de nouveau.");
    }

    @Test
    void documents_come_with_it_and_only_those_who_read_it_find_them() {
        DocumentId joined = document();
        messages.write(id, "Voici le contrat.", List.of(joined), employer);

        assertThat(messages.having(seen(employer), joined.toString())).isPresent();
        assertThat(messages.having(seen(caseworker), joined.toString())).isPresent();
        assertThat(messages.having(seen(worker), joined.toString())).isEmpty();
    }

    @Test
    void documents_of_a_message_that_is_not_sent_are_destroyed() {
        List<DocumentId> six =
                IntStream.rangeClosed(0, Message.DOCUMENTS).mapToObj(_ -> document()).toList();

        assertThat(messages.write(id, "Voici.", six, employer))
                .isEqualTo(new Writing.Faulty(Set.of(Fault.TOO_MANY_DOCUMENTS)));
        assertThat(documents.find(six)).isEmpty();
    }

    @Test
    void a_virus_found_later_in_a_document_of_a_message_leaves_its_trace_in_the_dossier() {
        DocumentId joined = document();
        messages.write(id, "Voici.", List.of(joined), employer);
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new DocumentInfected(joined, clock.instant())));

        assertThat(acts()).contains("document.lost");
    }

    @Test
    void the_journal_says_who_wrote_to_whom_and_what_was_said_can_be_erased_from_it() {
        DocumentId joined = document();
        messages.write(id, "Mon adresse est 3 rue des Lices.", List.of(joined), worker);

        Entry entry =
                journal.of(id.subject()).stream()
                        .filter(one -> one.act().equals("WRITE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.facts())
                .containsExactlyInAnyOrderEntriesOf(
                        Map.of(
                                "message", "1",
                                "from", "WORKER",
                                "to", "OFFICE",
                                "documents", joined.toString()));
        assertThat(entry.personal())
                .containsExactly(Map.entry("words", "Mon adresse est 3 rue des Lices."));
    }

    private void write(Account by, String words) {
        assertThat(messages.write(id, words, List.of(), by)).isInstanceOf(Writing.Written.class);
    }

    private void answer(String words, Part... to) {
        assertThat(messages.answer(id, Set.of(to), words, List.of(), caseworker))
                .isInstanceOf(Writing.Written.class);
    }

    private List<Message> read(Account account) {
        return messages.open(seen(account), account);
    }

    private Whole whole(Account account) {
        return perusals.whole(dossiers.dossier(id).reference(), account, grants.of(account.id()))
                .orElseThrow();
    }

    private Seen seen(Account account) {
        return dossiers.see(id, account).orElseThrow();
    }

    private UUID assignee() {
        return dossiers.dossier(id).assignee();
    }

    private DocumentId document() {
        return documents.keep(PDF, "contrat.pdf", "application/pdf", Actor.system("test")).id();
    }

    private List<String> acts() {
        return journal.of(id.subject()).stream().map(Entry::act).toList();
    }

    private boolean unreadByOffice() {
        return jdbc.sql("select unread_messages from dossier.dossier where id = :id")
                .param("id", id.value())
                .query(Boolean.class)
                .single();
    }
}
