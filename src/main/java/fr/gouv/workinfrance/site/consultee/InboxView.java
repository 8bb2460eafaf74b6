package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Inbox;
import fr.gouv.workinfrance.opinion.Inbox.Cursor;
import fr.gouv.workinfrance.opinion.Inbox.Part;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Opinion;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.NotFound;
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
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What a service is asked, and what it was told, as one of its members sees it.
///
/// @param services where this person works
/// @param heads whether he leads this one
/// @param told a page of what it was told, when that is what is shown; absent otherwise
/// @param unread how much of that it has not acknowledged
/// @param next where the page after begins; absent after the last
/// @param people those who see to something, by account
/// @param procedures the name of each, by id
/// @param titles what is asked, by `body/inquiry`
public record InboxView(
        List<Office> services,
        boolean heads,
        Inbox inbox,
        @Nullable List<Information> told,
        int unread,
        @Nullable Cursor next,
        Map<UUID, Account> people,
        Map<String, Words> procedures,
        Map<String, Words> titles) {

    /// The tab of what was told.
    static final String TOLD = "informations";

    /// The tabs of what is asked, in their order.
    public static final List<Part> PARTS = List.of(Part.values());

    public InboxView {
        services = List.copyOf(services);
        people = Map.copyOf(people);
        procedures = Map.copyOf(procedures);
        titles = Map.copyOf(titles);
    }

    /// A tab as addresses name it.
    public static String slug(Part part) {
        return switch (part) {
            case WAITING -> "a-repondre";
            case MINE -> "les-miennes";
            case NOBODYS -> "sans-personne";
            case LATE -> "en-retard";
            case PAST -> "passees";
        };
    }

    /// The tab that an address names; the first, when it names none.
    static Part part(String slug) {
        return PARTS.stream()
                .filter(part -> slug(part).equals(slug))
                .findFirst()
                .orElse(Part.WAITING);
    }

    /// Where a page begins, as addresses write it.
    ///
    /// @param past whether its key is an instant, rather than a day
    /// @return absent for the first page
    static @Nullable Cursor cursor(String typed, boolean past) {
        if (typed.isEmpty()) {
            return null;
        }
        int at = typed.indexOf('_');
        try {
            String key = typed.substring(0, Math.max(at, 0));
            String read = past ? Instant.parse(key).toString() : LocalDate.parse(key).toString();
            return new Cursor(read, UUID.fromString(typed.substring(at + 1)));
        } catch (DateTimeException | IllegalArgumentException _) {
            throw new NotFound();
        }
    }

    public Office office() {
        return inbox.office();
    }

    /// Whether what was told is shown, rather than what is asked.
    public boolean informed() {
        return told != null;
    }

    public boolean shown(Part part) {
        return !informed() && part == inbox.part();
    }

    public String slug() {
        return informed() ? TOLD : slug(inbox.part());
    }

    /// The address of the page after; absent after the last.
    public Optional<String> following() {
        return Optional.ofNullable(next)
                .map(
                        cursor ->
                                "/avis?service=%s&vue=%s&apres=%s"
                                        .formatted(
                                                office().id(),
                                                slug(),
                                                URLEncoder.encode(
                                                        cursor.key() + "_" + cursor.id(),
                                                        StandardCharsets.UTF_8)));
    }

    public String procedure(String id, Shell shell) {
        Words name = procedures.get(id);
        return name == null ? id : shell.say(name);
    }

    /// What is asked.
    public String title(Consultation asked, Shell shell) {
        Words title = titles.get(asked.body() + "/" + asked.inquiry());
        return title == null ? "" : shell.say(title);
    }

    /// Who sees to it; empty when nobody does.
    public String taker(Consultation asked) {
        return Optional.ofNullable(asked.taker())
                .map(taker -> people.get(taker))
                .filter(Objects::nonNull)
                .map(Account::displayName)
                .orElse("");
    }

    /// "dans 3 jours", or how late it is.
    public static String left(LocalDate due, LocalDate today, Shell shell) {
        long days = ChronoUnit.DAYS.between(today, due);
        return days < 0
                ? shell.say("site.consultee.late.by", -days)
                : shell.say("site.consultee.due.in", days);
    }

    /// What became of it, in a word.
    public static String state(Consultation asked) {
        return switch (asked.opinion()) {
            case Opinion.Awaited _ -> "AWAITED";
            case Opinion.Given _ -> "GIVEN";
            case Opinion.Tacit _ -> "TACIT";
            case Opinion.Ended _ -> "ENDED";
        };
    }
}
