package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.IndexCardTable.Searched;
import fr.gouv.workinfrance.procedure.Procedures;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// Makes what requests are found by again, as an act on each would.
@Component
class IndexCards {

    private final IndexCardTable table;
    private final Procedures procedures;

    IndexCards(IndexCardTable table, Procedures procedures) {
        this.table = table;
        this.procedures = procedures;
    }

    /// Of the next so many; one whose version the catalogue does not have stays as it is.
    ///
    /// @return the last of them; empty when there is none
    @Transactional
    Optional<UUID> refresh(UUID after, int limit) {
        List<AnsweredRow> rows = table.next(after, limit);
        table.write(rows.stream().flatMap(row -> card(row).stream()).toList());
        return rows.isEmpty() ? Optional.empty() : Optional.of(rows.getLast().id());
    }

    private Optional<Searched> card(AnsweredRow row) {
        return procedures
                .procedure(row.procedure())
                .flatMap(procedure -> procedure.version(row.version()))
                .map(version -> new Searched(row.id(), IndexCard.fields(version, row.values())));
    }
}
