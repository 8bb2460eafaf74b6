package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.examination.Worklist;
import fr.gouv.workinfrance.examination.Worklist.Cursor;
import fr.gouv.workinfrance.examination.Worklist.Line;
import fr.gouv.workinfrance.examination.Worklist.View;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A worklist as a page shows it.
///
/// @param typed what was searched; empty when nothing was
/// @param procedures the name of each, by id
/// @param people in charge of the dossiers of this page
public record WorklistView(
        Worklist worklist,
        View shown,
        String typed,
        Map<String, Words> procedures,
        Map<UUID, Account> people,
        LocalDate today) {

    /// Fewer days than this to the legal date are marked.
    private static final int SOON = 15;

    private static final Pattern CURSOR = Pattern.compile("(\\d{4}-\\d{2}-\\d{2})_([0-9a-f-]{36})");

    /// The word of a view in addresses, as `a-traiter`.
    public static String slug(View view) {
        return switch (view) {
            case OPEN -> "a-traiter";
            case NEW -> "nouvelles";
            case MINE -> "les-miennes";
            case NOBODY -> "sans-personne";
            case TO_SIGN -> "a-signer";
            case DONE -> "terminees";
        };
    }

    /// The view of that word; all that is open when there is none such.
    static View view(String slug) {
        for (View view : View.values()) {
            if (slug(view).equals(slug)) {
                return view;
            }
        }
        return View.OPEN;
    }

    /// Where the page after that one begins; empty for the first, or when it cannot be read.
    static Optional<Cursor> cursor(String after) {
        Matcher read = CURSOR.matcher(after);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(
                    new Cursor(LocalDate.parse(read.group(1)), UUID.fromString(read.group(2))));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The day it is, to say how many are left.
    static LocalDate today(Instant now) {
        return now.atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    public boolean searching() {
        return !typed.isEmpty();
    }

    /// The address of a view, at its first page.
    public static String address(View view) {
        return "/instruction?vue=" + slug(view);
    }

    /// The address of the page after this one.
    ///
    /// @param of the list, with or without parameters
    public @Nullable String next(String of) {
        Cursor next = worklist.next();
        return next == null
                ? null
                : of
                        + (of.contains("?") ? "&" : "?")
                        + "apres="
                        + URLEncoder.encode(next.limit() + "_" + next.id(), StandardCharsets.UTF_8);
    }

    /// What a dossier asks for.
    public @Nullable Words procedure(Line line) {
        return procedures.get(line.procedure());
    }

    /// Who is in charge; empty when nobody is.
    public String assignee(Line line) {
        return Optional.ofNullable(line.assignee())
                .map(people::get)
                .map(Account::displayName)
                .orElse("");
    }

    /// Days left until the legal date, in calendar days; negative once it has passed.
    public long left(Line line) {
        return line.limit() == null ? Long.MAX_VALUE : ChronoUnit.DAYS.between(today, line.limit());
    }

    public boolean soon(Line line) {
        return !line.silent() && left(line) < SOON;
    }
}
