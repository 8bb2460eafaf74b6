package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Recall;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A next hire: a new request that begins with what another one says of the employer and of the
/// job.
@Component
public class Copies {

    private final Acts acts;
    private final DossierTable dossiers;
    private final Drafts drafts;

    Copies(Acts acts, DossierTable dossiers, Drafts drafts) {
        this.acts = acts;
        this.dossiers = dossiers;
        this.drafts = drafts;
    }

    /// As what someone who is all this to a request may file the next one; empty for a worker, who
    /// hires nobody.
    public static Optional<Part> filer(Collection<Relation> relations) {
        if (relations.contains(Relation.EMPLOYER)) {
            return Optional.of(Part.EMPLOYER);
        }
        return relations.contains(Relation.MANDATE_HOLDER) && !relations.contains(Relation.WORKER)
                ? Optional.of(Part.MANDATE_HOLDER)
                : Optional.empty();
    }

    /// Opens a draft that begins with the employer and the job of a request, as far as the
    /// catalogue says that they stand for a next hire. Nothing of the worker and no document is
    /// taken: those are of that hire alone.
    @Transactional
    public Dossier copy(DossierId id, Account by) {
        Dossier source = acts.followed(dossiers.find(id).orElseThrow());
        Set<Relation> relations = acts.relations(source, by);
        Part filer = filer(relations).orElseThrow(() -> IllegalMove.notAllowed(source, Act.ANSWER));
        Earlier earlier = earlier(source);
        return drafts.open(
                source.procedure(),
                filer,
                by,
                by.language(),
                kept(source, earlier, relations, acts.today()),
                new Origin(source.reference(), null),
                earlier.mark());
    }

    private Earlier earlier(Dossier source) {
        Instant at = source.deposit().map(Stage.Deposit::at).orElse(source.openedAt());
        return new Earlier(
                source.reference(),
                at.atZone(HolidayZone.METROPOLE.id()).toLocalDate(),
                acts.version(source),
                source.filer(),
                source.answers(),
                null);
    }

    private static Map<String, String> kept(
            Dossier source, Earlier earlier, Set<Relation> relations, LocalDate today) {
        Map<String, String> kept = new TreeMap<>();
        for (Part part : List.of(Part.EMPLOYER, Part.MANDATE_HOLDER)) {
            if (source.fills(part, relations)) {
                kept.putAll(earlier.known(earlier.version(), part, Recall.From.NEXT_HIRE, today));
            }
        }
        return kept;
    }
}
