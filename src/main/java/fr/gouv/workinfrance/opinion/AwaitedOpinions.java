package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.Impediment;

import org.springframework.stereotype.Component;

import java.util.Optional;

/// Nothing is decided before a compulsory opinion has come, or its day has passed.
@Component
class AwaitedOpinions implements Impediment {

    private final ConsultationTable table;
    private final Administrations administrations;

    AwaitedOpinions(ConsultationTable table, Administrations administrations) {
        this.table = table;
        this.administrations = administrations;
    }

    @Override
    public Optional<IllegalMove.Why> to(DossierId held) {
        return administrations.standing(table.of(held)).stream()
                .filter(Standing::blocks)
                .findFirst()
                .map(_ -> IllegalMove.Why.OPINION_AWAITED);
    }
}
