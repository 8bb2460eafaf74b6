package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.calendar.LegalPeriod.Unit;

import java.time.LocalDate;

/// How many working days before a legal date a service wants to be warned of it.
///
/// @param warning from when the request shows among those at risk
/// @param urgent from when it is urgent; not more than that
public record Thresholds(int warning, int urgent) {

    public static final int MOST = 60;

    public Thresholds {
        if (urgent < 1 || urgent > warning || warning > MOST) {
            throw new IllegalArgumentException("from 1 to 60 working days, the urgent ones last");
        }
    }

    /// The last legal date that is at risk, as seen on a day.
    public LocalDate atRisk(LocalDate today, LegalDays days) {
        return days.plus(today, new LegalPeriod(warning, Unit.JOURS_OUVRES));
    }

    /// The last legal date that is urgent, as seen on a day.
    public LocalDate urgent(LocalDate today, LegalDays days) {
        return days.plus(today, new LegalPeriod(urgent, Unit.JOURS_OUVRES));
    }
}
