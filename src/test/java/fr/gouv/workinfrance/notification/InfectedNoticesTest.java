package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.DocumentInfected;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.site.Images;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.io.ByteArrayInputStream;
import java.time.Duration;
import java.time.Instant;

/// A virus found once the antivirus was back: who is told, and how.
class InfectedNoticesTest extends Correspondence {

    private static final String NAME = "Inscription d’Awa.png";

    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired ApplicationEventPublisher events;
    @Autowired TransactionTemplate transaction;

    @Test
    void who_gave_the_document_and_who_files_are_told_after_the_deposit_each_in_his_language() {
        DossierId id = draft(true);
        DocumentId document = joined(id, "enrolment", worker);
        dossiers.submit(id, employer, true);
        queue.runDue();
        int before = mailbox.received().size();

        clock.advance(Duration.ofHours(1));
        found(document);

        assertThat(mailbox.received()).as("nobody else is written to").hasSize(before + 2);
        Received toWorker = last(worker.email());
        assertThat(toWorker.subject()).contains(reference(id), "a virus was found");
        assertThat(toWorker.text())
                .contains("remains deposited", "/en/dossiers/" + reference(id))
                .doesNotContain(NAME);
        assertThat(last(employer.email()).text())
                .contains("a trouvé un virus", "La demande reste déposée")
                .doesNotContain(NAME);
        assertThat(entries(id, "document.lost")).hasSize(1);
        assertThat(notices.of(id))
                .filteredOn(notice -> notice.kind() == Kind.INFECTED)
                .extracting(Notice::account)
                .as("the service reads it on the page of the dossier")
                .containsExactlyInAnyOrder(worker.id(), employer.id());
    }

    @Test
    void what_the_employer_gave_is_not_told_to_the_worker() {
        DossierId id = draft(true);
        DocumentId document = joined(id, "contract", employer);
        dossiers.submit(id, employer, true);
        queue.runDue();
        int before = mailbox.to(worker.email()).size();

        found(document);

        assertThat(last(employer.email()).subject()).contains("un virus a été trouvé");
        assertThat(mailbox.to(worker.email())).hasSize(before);
    }

    @Test
    void while_it_is_a_draft_who_gave_it_is_told_to_send_another_one() {
        DossierId id = draft(true);
        DocumentId document = joined(id, "enrolment", worker);

        found(document);

        assertThat(only(worker.email()).text()).contains("still a draft", "take it off");
    }

    @Test
    void two_documents_on_one_day_are_told_by_one_letter() {
        DossierId id = draft(true);
        DocumentId first = joined(id, "contract", employer);
        DocumentId second = joined(id, "contract", employer);

        found(first);
        clock.advance(Duration.ofMinutes(1));
        found(second);

        only(employer.email());
    }

    @Test
    void it_waits_for_the_letter_of_the_morning_with_who_prefers_it_so() {
        accounts.tell(employer, Telling.DAILY);
        DossierId id = draft(false);
        DocumentId document = joined(id, "contract", employer);
        found(document);
        assertThat(mailbox.to(employer.email())).isEmpty();

        clock.set(Instant.parse("2026-11-24T07:00:00Z"));
        queue.runDue();

        assertThat(only(employer.email()).text())
                .contains(reference(id), "virus trouvé dans un document", "disent quoi faire")
                .doesNotContain("Vous n’avez rien à faire");
    }

    private DocumentId joined(DossierId id, String piece, Account by) {
        byte[] image = Images.png();
        var received =
                (Reception.Received)
                        documents.store(
                                new ByteArrayInputStream(image), NAME, image.length, by.actor());
        drafts.attach(id, piece, received.document().id(), by);
        return received.document().id();
    }

    private void found(DocumentId document) {
        transaction.executeWithoutResult(
                _ -> events.publishEvent(new DocumentInfected(document, clock.instant())));
        queue.runDue();
    }
}
