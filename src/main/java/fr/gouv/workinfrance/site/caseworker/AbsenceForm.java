package fr.gouv.workinfrance.site.caseworker;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;
import java.util.regex.Pattern;

/// An absence as it is typed.
///
/// @param who is away, by id; blank for whoever types it
/// @param first ISO day, as a browser sends it
/// @param cover who sees to it, by id; blank for all colleagues
public record AbsenceForm(String who, String first, String last, String cover) {

    public static final AbsenceForm NONE = new AbsenceForm("", "", "", "");

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    static @Nullable LocalDate day(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException _) {
            return null;
        }
    }

    static @Nullable UUID id(String typed) {
        return ID.matcher(typed).matches() ? UUID.fromString(typed) : null;
    }

    /// The field that is wrong; empty when none is.
    ///
    /// @param today nobody is away in the past alone
    String wrong(LocalDate today) {
        LocalDate from = day(first);
        LocalDate until = day(last);
        if (from == null) {
            return "du";
        }
        if (until == null || until.isBefore(from) || until.isBefore(today)) {
            return "au";
        }
        return !cover.isEmpty() && (id(cover) == null || cover.equals(who)) ? "remplacant" : "";
    }
}
