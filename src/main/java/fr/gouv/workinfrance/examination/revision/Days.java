package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;

/// The days that count for acts about a decision, where the office sits.
@Component
class Days {

    private final Dossiers dossiers;
    private final Offices offices;

    Days(Dossiers dossiers, Offices offices) {
        this.dossiers = dossiers;
        this.offices = offices;
    }

    LocalDate today(Dossier dossier) {
        return dossiers.today(dossier);
    }

    /// How days are counted there.
    LegalDays legal(Dossier dossier) {
        return offices.days(offices.office(dossier.office().orElseThrow()).orElseThrow());
    }

    /// The day the decision was signed or, of one that silence gave, the day it was acquired.
    LocalDate decided(Dossier dossier) {
        Optional<LocalDate> acquired = dossier.course().acquired();
        if (acquired.isPresent()) {
            return acquired.get();
        }
        if (dossier.stage() instanceof Stage.Decided decided) {
            return of(dossier, decided.signed().at());
        }
        throw new IllegalStateException("there is no decision");
    }

    LocalDate of(Dossier dossier, Instant at) {
        return at.atZone(legal(dossier).zone().id()).toLocalDate();
    }

    /// The first moment of the day after one.
    Instant after(Dossier dossier, LocalDate day) {
        return day.plusDays(1).atStartOfDay(legal(dossier).zone().id()).toInstant();
    }

    /// Those who have to be heard: the person it is about, even if he never came in, and the other
    /// parties.
    static Set<Part> asked(Dossier dossier) {
        Set<Part> asked = EnumSet.of(Part.WORKER);
        dossier.parties().stream().map(Party::part).forEach(asked::add);
        return asked;
    }
}
