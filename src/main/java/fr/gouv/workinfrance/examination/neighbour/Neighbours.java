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

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

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
    @Transactional(readOnly = true)
    public Neighbourhood of(Seen seen, Collection<String> offices) {
        Dossier dossier = seen.dossier();
        Names names = Names.of(dossier.answers());
        Map<String, String> searched = new HashMap<>();
        Map<String, String> numbers = new HashMap<>();
        Map<String, Object> values = dossier.answers().values();
        for (Field field : seen.version().fields()) {
            Object value = values.get(field.id());
            if (field.searchable() && value != null) {
                String key = IndexCard.key(field, value);
                searched.put(field.id(), key);
                if (field.part() == Part.WORKER && number(field)) {
                    numbers.put(field.id(), key);
                }
            }
        }
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

    private static boolean number(Field field) {
        return field.type() instanceof Identifier || field.type() instanceof FieldType.TitleNumber;
    }

    private static Map<String, String> one(Map<String, String> searched, Known known) {
        String value = searched.get(known.field());
        return value == null ? Map.of() : Map.of(known.field(), value);
    }
}
