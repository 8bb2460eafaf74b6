package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.revision.Hearing.Interview;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;

/// Hears the persons concerned before an authorization is taken back: in writing and, if they ask
/// for it, orally (L121-1, L122-1 CRPA).
@Component
public class Hearings {

    private final Revisions revisions;
    private final RevisionTable table;
    private final Dossiers dossiers;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Hearings(
            Revisions revisions,
            RevisionTable table,
            Dossiers dossiers,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.revisions = revisions;
        this.table = table;
        this.dossiers = dossiers;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// The part in whose name this person answers; empty when it is not his to do, or it was done.
    public static Optional<Part> answers(Seen seen, Revision revision) {
        return seen.may(Act.OBSERVE) && revision.open()
                ? part(seen.dossier(), seen.relations())
                        .filter(part -> !revision.hearing().answered(part))
                : Optional.empty();
    }

    private static Optional<Part> part(Dossier dossier, Set<Relation> relations) {
        Set<Part> parties = dossier.parties().stream().map(Party::part).collect(Collectors.toSet());
        return relations.stream()
                .flatMap(relation -> relation.part().stream())
                .filter(parties::contains)
                .sorted()
                .findFirst();
    }

    /// What is wrong with an answer: a field of it each.
    public static Set<String> faults(String words, int documents, boolean nothing) {
        Set<String> faults = new TreeSet<>();
        if (words.strip().length() > Observation.LONGEST) {
            faults.add("words.long");
        } else if (words.isBlank() && documents == 0 && !nothing) {
            faults.add("words.none");
        }
        if (documents > Observation.DOCUMENTS) {
            faults.add("file.many");
        }
        return faults;
    }

    /// Answers, once, in the name of a party; with no word and no document, it has nothing to say.
    ///
    /// @param oral whether it asks to be heard as well
    /// @throws IllegalMove when this is not his to do, or it was done
    @Transactional
    public void observe(
            DossierId id,
            UUID revision,
            String words,
            List<DocumentId> documents,
            boolean oral,
            Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.OBSERVE);
        Revision drafted = revisions.of(id, revision).orElseThrow();
        Part part =
                dossiers.see(id, by)
                        .flatMap(seen -> answers(seen, drafted))
                        .filter(_ -> drafted.matter() instanceof Withdrawal)
                        .orElseThrow(() -> Revisions.illegal(Why.STALE, Act.OBSERVE, dossier));
        Observation said = new Observation(part, by.id(), words, documents, oral, now());
        table.observe(revision, said);
        revisions.waits(dossier);
        journal.record(
                id.subject(),
                by.actor(),
                Act.OBSERVE.name(),
                Map.of(
                        "revision", revision.toString(),
                        "part", part.name(),
                        "says", String.valueOf(said.says()),
                        "oral", String.valueOf(oral),
                        "documents",
                                documents.stream()
                                        .map(document -> document.value().toString())
                                        .collect(Collectors.joining(","))),
                Map.of("words", said.words()));
        events.publishEvent(new ObservationSent(id, said.at()));
    }

    /// Says what came of a request to be heard.
    ///
    /// @param words what was said, or why the person need not be heard
    /// @throws IllegalMove when nobody waits for it
    @Transactional
    public void tell(DossierId id, UUID revision, String words, Account by) {
        Dossier dossier = dossiers.hold(id, by, Act.REVISE);
        Revision drafted = revisions.of(id, revision).orElseThrow();
        revisions.requireOwn(dossier, drafted.matter(), Act.REVISE, by);
        if (!drafted.open() || !drafted.hearing().owed()) {
            throw Revisions.illegal(Why.STALE, Act.REVISE, dossier);
        }
        Interview interview = new Interview(words.strip(), by.id(), now());
        table.tell(revision, interview);
        revisions.waits(dossier);
        journal.record(
                id.subject(),
                by.actor(),
                "INTERVIEW",
                Map.of("revision", revision.toString()),
                Map.of("words", interview.words()));
    }

    /// The last day to answer has passed: the lists of the office say what waits from then on.
    @Transactional
    void over(UUID revision) {
        table.find(revision)
                .filter(one -> one.state() == State.DRAFTED)
                .ifPresent(one -> revisions.waits(dossiers.dossier(one.dossier())));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
