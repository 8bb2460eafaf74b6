package fr.gouv.workinfrance.examination.neighbour;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IndexCard;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.neighbour.Neighbourhood.Self;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Identifier;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// Finds what else is known of the person and of the employer of a dossier.
@Component
public class Neighbours {

    private final NeighbourTable table;

    Neighbours(NeighbourTable table) {
        this.table = table;
    }

    /// Those of a dossier.
    ///
    /// @param offices where the reader works: of those of others, he is told how many there are
    public Neighbourhood of(Seen seen, Collection<String> offices) {
        Dossier dossier = seen.dossier();
        IndexCard card = IndexCard.of(dossier, seen.version());
        Names names = card.names();
        Map<String, String> searched = card.fields();
        Map<String, String> numbers = new HashMap<>(searched);
        numbers.keySet().retainAll(numbers(seen.version()));
        return table.of(
                dossier.id().value(),
                new Self(
                        names.worker(),
                        names.workerBirth(),
                        names.employerSiret(),
                        numbers,
                        searched),
                one(searched, Known.WORKER_BIRTH),
                one(searched, Known.JOB),
                offices);
    }

    /// The questions whose answers are numbers of the person and of his papers.
    private static Set<String> numbers(Version version) {
        return version.fields().stream()
                .filter(field -> field.part() == Part.WORKER)
                .filter(
                        field ->
                                field.type() instanceof Identifier
                                        || field.type() instanceof FieldType.TitleNumber)
                .map(Field::id)
                .collect(Collectors.toSet());
    }

    private static Map<String, String> one(Map<String, String> searched, Known known) {
        String value = searched.get(known.field());
        return value == null ? Map.of() : Map.of(known.field(), value);
    }
}
