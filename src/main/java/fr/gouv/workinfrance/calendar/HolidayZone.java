package fr.gouv.workinfrance.calendar;

import org.jspecify.annotations.Nullable;

import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Optional;

/// A part of France with public holidays, and a time, of its own.
public enum HolidayZone {
    METROPOLE("Europe/Paris", null),
    /// Bas-Rhin, Haut-Rhin and Moselle: Good Friday and 26 December too (L3134-13 code du travail).
    ALSACE_MOSELLE("Europe/Paris", null),
    GUADELOUPE("America/Guadeloupe", MonthDay.of(5, 27)),
    MARTINIQUE("America/Martinique", MonthDay.of(5, 22)),
    GUYANE("America/Cayenne", MonthDay.of(6, 10)),
    REUNION("Indian/Reunion", MonthDay.of(12, 20)),
    MAYOTTE("Indian/Mayotte", MonthDay.of(4, 27));

    private final ZoneId id;
    private final @Nullable MonthDay abolition;

    HolidayZone(String id, @Nullable MonthDay abolition) {
        this.id = ZoneId.of(id);
        this.abolition = abolition;
    }

    /// The time people's clocks show there: the day on which something reaches a service is a day
    /// of its own territory.
    public ZoneId id() {
        return id;
    }

    /// The commemoration of the abolition of slavery, a public holiday there (L3422-2 code du
    /// travail).
    Optional<MonthDay> abolition() {
        return Optional.ofNullable(abolition);
    }
}
