package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.mail.Delivery;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.notification.Notice.Recipient;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;

/// What is kept of each notice, and what holds whatever happens.
class NoticesTest extends Correspondence {

    @Autowired NoticeTable table;
    @Autowired JdbcClient jdbc;

    @Test
    void told_again_by_a_node_that_died_half_way_nobody_is_told_twice() {
        DossierId id = decided(granted());
        int letters = about(id, "").size();
        List<Notice> told = notices.of(id);
        int traces = entries(id, "notice.made").size();

        for (Kind kind :
                List.of(
                        Kind.NAMED,
                        Kind.ACKNOWLEDGMENT,
                        Kind.COMPLETENESS,
                        Kind.DECISION,
                        Kind.AUTHORIZATION)) {
            teller.tell(new Happening(id, kind, clock.instant()));
        }
        queue.runDue();

        assertThat(about(id, "")).hasSize(letters);
        assertThat(notices.of(id)).isEqualTo(told);
        assertThat(entries(id, "notice.made")).hasSize(traces);
    }

    @Test
    void told_by_two_nodes_at_once_nobody_is_told_twice() throws Exception {
        DossierId id = deposited(true);
        Happening contested = new Happening(id, Kind.CONTESTED, clock.instant());
        Callable<Boolean> tells =
                () -> {
                    teller.tell(contested);
                    return true;
                };
        try (var nodes = Executors.newFixedThreadPool(2)) {
            for (var node : nodes.invokeAll(List.of(tells, tells))) {
                assertThat(node.get()).isTrue();
            }
        }
        queue.runDue();

        assertThat(about(id, "conteste"))
                .extracting(Received::to)
                .containsExactlyInAnyOrder(employer.email(), OFFICE);
        assertThat(entries(id, "notice.made"))
                .filteredOn(entry -> "CONTESTED".equals(entry.facts().get("kind")))
                .hasSize(2);
    }

    @Test
    void while_the_mail_server_is_down_nothing_is_lost() throws Exception {
        mailbox.goDown();
        DossierId id = deposited(false);
        assertThat(notices.of(id))
                .hasSize(2)
                .allSatisfy(
                        notice -> {
                            assertThat(notice.delivery()).isInstanceOf(Delivery.Failing.class);
                            assertThat(notice.sentAt()).isEmpty();
                        });

        mailbox.comeBack();
        queue.runAfter(Duration.ofMinutes(1));
        assertThat(only(typed).subject()).contains(reference(id));
        assertThat(sha256(only(employer.email()).enclosures().getFirst()))
                .isEqualTo(deed(id, IssuedDeed.Kind.ACKNOWLEDGMENT).sha256());
        assertThat(notices.of(id)).allSatisfy(notice -> assertThat(notice.sentAt()).isPresent());
    }

    @Test
    void a_message_that_was_given_up_shows_on_the_desk() {
        mailbox.goDown();
        DossierId id = deposited(false);
        for (int attempt = 0; attempt < 12; attempt++) {
            queue.runAfter(Duration.ofHours(6));
        }

        assertThat(notices.of(id)).allSatisfy(notice -> assertThat(notice.undelivered()).isTrue());
        assertThat(
                        mvc.get()
                                .uri("/instruction/dossiers/" + reference(id))
                                .with(SignedIn.as(caseworker)))
                .hasStatusOk()
                .bodyText()
                .contains("Qui a été prévenu")
                .contains("Étudiant\u00a0: demande déposée, à l’adresse saisie dans le formulaire")
                .contains("Le courriel n’a pas pu être remis");
    }

    @Test
    void what_a_party_was_told_is_dated_when_available_when_sent_and_when_first_opened() {
        DossierId id = deposited(true);
        Instant issued = deed(id, IssuedDeed.Kind.ACKNOWLEDGMENT).at();
        clock.advance(Duration.ofHours(1));
        Instant first = clock.instant();
        download(id, worker);
        clock.advance(Duration.ofHours(1));
        download(id, worker);

        assertThat(notices.of(id))
                .contains(
                        new Notice(
                                Kind.ACKNOWLEDGMENT,
                                Recipient.WORKER,
                                worker.id(),
                                issued,
                                new Delivery.Sent(issued),
                                first),
                        new Notice(
                                Kind.ACKNOWLEDGMENT,
                                Recipient.EMPLOYER,
                                employer.id(),
                                issued,
                                new Delivery.Sent(issued),
                                null));
        assertThat(entries(id, "notice.opened"))
                .singleElement()
                .satisfies(entry -> assertThat(entry.actor()).isEqualTo(worker.actor()));
        assertThat(mvc.get().uri("/dossiers/" + reference(id)).with(SignedIn.as(worker)))
                .hasStatusOk()
                .bodyText()
                .contains("Ce dont vous avez été prévenu")
                .contains("Ouvert le 23 novembre 2026 à 11:00");
    }

    @Test
    void whoever_comes_in_later_has_the_document_since_then() {
        DossierId id = deposited(false);
        clock.advance(Duration.ofHours(2));
        Instant joined = clock.instant();
        requests.join(id, Part.WORKER, worker);
        clock.advance(Duration.ofHours(2));
        download(id, worker);

        assertThat(notices.of(id))
                .contains(
                        new Notice(
                                Kind.ACKNOWLEDGMENT,
                                Recipient.WORKER,
                                worker.id(),
                                joined,
                                new Delivery.Unknown(),
                                clock.instant()));
    }

    @Test
    void a_document_opened_before_its_letter_is_written_is_told_all_the_same_and_once() {
        DossierId id = new DossierId(UUID.randomUUID());
        Instant at = clock.instant();
        Addressee to =
                new Addressee(
                        Recipient.EMPLOYER, employer.id(), employer.email(), Locale.FRENCH, at);

        assertThat(table.open(id, Kind.DECISION, to.recipient(), employer.id(), at, at)).isTrue();
        News news = new News(Kind.DECISION, at, List.of(to), "decided", Map.of());
        assertThat(table.tell(id, news, to, "letter")).isTrue();
        assertThat(table.tell(id, news, to, "letter")).isFalse();
        assertThat(table.open(id, Kind.DECISION, to.recipient(), employer.id(), at, at)).isFalse();
        assertThat(table.of(id)).hasSize(1);
    }

    @Test
    void the_journal_says_that_notices_were_made_and_names_nobody() {
        DossierId id = decided(granted());

        assertThat(entries(id, "notice.made"))
                .hasSize(8)
                .allSatisfy(
                        entry -> {
                            assertThat(entry.personal()).isEmpty();
                            assertThat(entry.facts())
                                    .containsOnlyKeys("kind", "recipient", "letter");
                            assertThat(entry.facts().toString())
                                    .doesNotContain("@", worker.id().toString())
                                    .doesNotContainIgnoringCase("ndiaye", "boulangerie");
                        });
    }

    @Test
    void nothing_that_anybody_typed_is_in_a_letter_so_that_nothing_can_be_slipped_in() {
        String formula = "=HYPERLINK(\"https://mal.example\";\"Cliquez\")";
        String markup = "<a href=\"https://mal.example\">Cliquez</a>";
        DossierId id =
                draft(true, Known.EMPLOYER_NAME.field(), markup + "\r\nBcc: tous@mal.example");
        accounts.rename(employer.id(), formula, markup, markup, "fr", Actor.system("test"));
        dossiers.submit(id, employer, true);
        queue.runDue();
        parties.contest(id, List.of(), formula + "\r\n" + markup, worker);
        decide(id, granted());

        assertThat(about(id, ""))
                .hasSizeGreaterThanOrEqualTo(8)
                .allSatisfy(
                        letter ->
                                assertThat(
                                                letter.raw()
                                                        + letter.subject()
                                                        + letter.text()
                                                        + letter.html())
                                        .doesNotContain("mal.example", "HYPERLINK", "Cliquez"));
    }

    @Test
    void when_something_was_made_available_cannot_be_changed_afterwards() {
        DossierId id = deposited(true);

        assertThatThrownBy(
                        () ->
                                jdbc.sql(
                                                "update notification.notice set made_available_at ="
                                                        + " made_available_at where dossier = :id")
                                        .param("id", id.value())
                                        .update())
                .rootCause()
                .hasMessageContaining("permission denied");
    }
}
