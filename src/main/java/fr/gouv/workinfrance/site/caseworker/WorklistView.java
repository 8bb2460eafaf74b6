package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.examination.worklist.SavedView;
import fr.gouv.workinfrance.examination.worklist.Worklist;
import fr.gouv.workinfrance.examination.worklist.Worklist.Cursor;
import fr.gouv.workinfrance.examination.worklist.Worklist.Line;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// A worklist as a page shows it.
///
/// @param form what it was asked with
/// @param filters what narrows it down; absent when nothing does
/// @param procedures the name of each, by id
/// @param people in charge of the dossiers of this page
/// @param labels of the dossiers of this page
/// @param saved the lists that the person or an office kept
/// @param today the day it is in each of them, with the last legal date that is urgent there
public record WorklistView(
        Worklist worklist,
        FilterForm form,
        @Nullable FilterView filters,
        Map<String, Words> procedures,
        Map<UUID, Account> people,
        Map<UUID, List<String>> labels,
        List<SavedView> saved,
        Map<String, Urgency> today) {

    /// The views of the page, in their order.
    public static final List<View> VIEWS =
            Stream.of(View.values()).filter(view -> view != View.ALL).toList();

    private static final Pattern CURSOR = Pattern.compile("([0-9TZ:.\\-]{10,30})_([0-9a-f-]{36})");

    /// What a day is for an office.
    ///
    /// @param atRisk the last legal date that is at risk
    /// @param urgent the last legal date that is urgent
    record Urgency(LocalDate today, LocalDate atRisk, LocalDate urgent) {}

    /// The word of a view in addresses, as `a-traiter`.
    public static String slug(View view) {
        return switch (view) {
            case OPEN -> "a-traiter";
            case NEW -> "nouvelles";
            case MINE -> "les-miennes";
            case NOBODY -> "sans-personne";
            case WAITING -> "en-attente-du-demandeur";
            case CONSULTING -> "en-attente-d-un-avis";
            case AT_RISK -> "a-risque";
            case UNREAD -> "messages-non-lus";
            case TO_SIGN -> "a-signer";
            case ENDED -> "terminees";
            case ALL -> "toutes";
        };
    }

    /// The view of that word.
    static Optional<View> view(String slug) {
        return Stream.of(View.values()).filter(view -> slug(view).equals(slug)).findFirst();
    }

    /// Where the page after that one begins; empty for the first, or when it cannot be read.
    static Optional<Cursor> cursor(String after, View view) {
        Matcher read = CURSOR.matcher(after);
        if (!read.matches()) {
            return Optional.empty();
        }
        try {
            Cursor cursor = new Cursor(read.group(1), UUID.fromString(read.group(2)));
            boolean instant = view == View.ENDED;
            return Optional.of(
                    instant
                            ? new Cursor(Instant.parse(cursor.key()).toString(), cursor.id())
                            : new Cursor(LocalDate.parse(cursor.key()).toString(), cursor.id()));
        } catch (DateTimeException | IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /// The day it is in Paris.
    static LocalDate today(Instant now) {
        return now.atZone(HolidayZone.METROPOLE.id()).toLocalDate();
    }

    public View shown() {
        return form.filter().view();
    }

    public String typed() {
        return form.filter().typed();
    }

    /// What narrows it down, each with the list without it.
    public List<FilterView.Tag> tags(Shell shell) {
        return filters == null ? List.of() : filters.tags(shell);
    }

    public boolean searching() {
        return !typed().isEmpty();
    }

    /// How many, as it is told: beyond so many they are not counted.
    public String total(Shell shell) {
        return worklist.total() >= Worklist.MANY
                ? shell.say("site.desk.total.many", Worklist.MANY)
                : shell.say("site.desk.total", worklist.total());
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
                        + URLEncoder.encode(next.key() + "_" + next.id(), StandardCharsets.UTF_8);
    }

    /// What a dossier asks for.
    public @Nullable Words procedure(Line line) {
        return procedures.get(line.procedure());
    }

    public List<String> labels(Line line) {
        return labels.getOrDefault(line.id(), List.of());
    }

    /// Where it is handled; empty for who works in one office alone.
    public String office(Line line) {
        return worklist.offices().size() < 2
                ? ""
                : worklist.offices().stream()
                        .filter(office -> office.id().equals(line.office()))
                        .map(Office::name)
                        .findFirst()
                        .orElse("");
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
        LocalDate limit = line.limit();
        Urgency urgency = today.get(line.office());
        return limit == null || urgency == null
                ? Long.MAX_VALUE
                : ChronoUnit.DAYS.between(urgency.today(), limit);
    }

    /// Whether its legal date has passed, recorded or not.
    public boolean past(Line line) {
        return line.endedAt() == null && left(line) < 0;
    }

    /// Whether its legal date comes within the days that its office set.
    public boolean soon(Line line) {
        return before(line, Urgency::atRisk);
    }

    /// Whether it comes within those that its office calls urgent.
    public boolean urgent(Line line) {
        return before(line, Urgency::urgent);
    }

    private boolean before(Line line, Function<Urgency, LocalDate> of) {
        LocalDate limit = line.limit();
        Urgency urgency = today.get(line.office());
        return !line.silent()
                && line.endedAt() == null
                && limit != null
                && urgency != null
                && !limit.isAfter(of.apply(urgency));
    }
}
