package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The end of drafts: deleted by who files, or erased three months after the last change, of which
/// the parties are told two weeks before. What was deposited is never touched.
@Component
public class Erasures {

    private static final Actor TIME = Actor.system("dossier-lapse");

    /// How many at a time: each is a transaction of its own, and the next look comes soon.
    private static final int SOME = 200;

    private final Acts acts;
    private final DossierTable dossiers;
    private final LapseTable lapses;
    private final AttachmentTable attachments;
    private final Documents documents;
    private final Invitations invitations;
    private final Grants grants;
    private final Journal journal;
    private final ApplicationEventPublisher events;

    Erasures(
            Acts acts,
            DossierTable dossiers,
            LapseTable lapses,
            AttachmentTable attachments,
            Documents documents,
            Invitations invitations,
            Grants grants,
            Journal journal,
            ApplicationEventPublisher events) {
        this.acts = acts;
        this.dossiers = dossiers;
        this.lapses = lapses;
        this.attachments = attachments;
        this.documents = documents;
        this.invitations = invitations;
        this.grants = grants;
        this.journal = journal;
        this.events = events;
    }

    /// Deletes a draft, for whoever files it. The other parties are told.
    @Transactional
    public void delete(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.ERASE);
        if (!Relation.files(held.relations(), held.dossier().filer())) {
            throw IllegalMove.notAllowed(held.dossier(), Act.ERASE);
        }
        events.publishEvent(new DraftDeleted(id, by.id(), acts.now()));
        erase(held.dossier(), by.actor(), "deleted by who files");
    }

    /// Drafts whose parties are to be told that the end is near: some of them.
    List<DossierId> ending() {
        return lapses.ending(Lapse.touchedToBeNear(acts.today()), SOME);
    }

    /// Tells the parties of a draft that its end is near, once for each time that it comes near.
    @Transactional
    public void announce(DossierId id) {
        Optional<Dossier> draft = draft(id);
        if (draft.isEmpty()
                || lapses.toldAt(id).isPresent()
                || !Lapse.of(draft.get()).near(acts.today())) {
            return;
        }
        Instant now = acts.now();
        lapses.told(id, now);
        journal.record(id.subject(), TIME, "ENDING", Map.of("kept until", last(draft.get())));
        events.publishEvent(new DraftEnding(id, now));
    }

    /// Drafts that may have reached their end: some of them.
    List<DossierId> ended() {
        LocalDate today = acts.today();
        return lapses.told(Lapse.touchedToBeOver(today), Lapse.toldToBeOver(today), SOME);
    }

    /// Erases a draft whose end has come; does nothing otherwise, or when it is done already.
    @Transactional
    public void lapse(DossierId id) {
        Optional<Dossier> draft = draft(id);
        Optional<Instant> told = lapses.toldAt(id);
        if (draft.isPresent()
                && told.isPresent()
                && Lapse.of(draft.get()).over(acts.today(), told.get())) {
            erase(draft.get(), TIME, "untouched until " + last(draft.get()));
        }
    }

    private Optional<Dossier> draft(DossierId id) {
        return dossiers.lock(id).filter(found -> found.stage() instanceof Stage.Draft);
    }

    private void erase(Dossier draft, Actor by, String reason) {
        DossierId id = draft.id();
        invitations.forget(id.scope(), by);
        grants.on(id.scope()).forEach(grant -> grants.end(grant.id(), acts.now(), by));
        List<DocumentId> joined =
                draft.attachments().joined().map(Attachment.Joined::document).toList();
        lapses.erase(id);
        joined.stream()
                .filter(document -> attachments.having(document).isEmpty())
                .forEach(document -> documents.erase(document, by));
        journal.record(
                id.subject(),
                by,
                Act.ERASE.name(),
                Map.of("documents", String.valueOf(joined.size())));
        journal.erase(id.subject(), by, reason);
    }

    private static String last(Dossier draft) {
        return Lapse.of(draft).last().toString();
    }
}
