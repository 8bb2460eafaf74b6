package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/// A next hire: a new request that begins with what another one says of the employer and of the
/// job.
@Component
public class Copies {

    /// What the employer's part says of the person who was hired: whether he worked there before,
    /// and under which authorization.
    private static final Set<String> OF_THE_PERSON =
            Set.of("request_kind", "previous_authorization");

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

    /// Opens a draft that begins with the employer and the job of a request. Nothing of the worker,
    /// no date and no document is taken: those are of that hire alone.
    @Transactional
    public Dossier copy(DossierId id, Account by) {
        Dossier source = acts.followed(dossiers.find(id).orElseThrow());
        Set<Relation> relations = acts.relations(source, by);
        Part filer = filer(relations).orElseThrow(() -> IllegalMove.notAllowed(source, Act.ANSWER));
        return drafts.open(
                source.procedure(),
                filer,
                by,
                by.language(),
                kept(source, relations),
                new Origin(source.reference(), null));
    }

    private Map<String, String> kept(Dossier source, Set<Relation> relations) {
        Version version = acts.version(source);
        Set<Part> parts = EnumSet.of(Part.EMPLOYER, Part.MANDATE_HOLDER);
        parts.removeIf(part -> !source.fills(part, relations));
        Map<String, String> kept = new TreeMap<>();
        source.answers()
                .byField()
                .forEach(
                        (id, answer) ->
                                version.field(id)
                                        .filter(field -> parts.contains(field.part()))
                                        .filter(Copies::lasts)
                                        .ifPresent(_ -> kept.put(id, answer.typed())));
        return kept;
    }

    private static boolean lasts(Field field) {
        return !(field.type() instanceof FieldType.Day)
                && !(field.type() instanceof FieldType.PartialDay)
                && !OF_THE_PERSON.contains(field.id());
    }
}
