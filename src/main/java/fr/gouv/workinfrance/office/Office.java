package fr.gouv.workinfrance.office;

import org.jspecify.annotations.Nullable;

import java.text.Collator;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Locale;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service that handles dossiers, as R112-11-1 CRPA wants it told: its name, its address and how
/// to reach it.
///
/// @param id stable, as `prefecture-75`; the scope of its members' grants
/// @param seat code of the département where it sits: its holidays, its time
/// @param procedures those it is competent for; empty for all
/// @param closedDays days on which it is closed, besides the holidays of where it sits
/// @param from first day on which it is competent
/// @param until last day, included; absent while none is set
/// @param parent the service it belongs to
/// @param revision counts the changes made to it
/// @param thresholds when it wants to be warned of a legal date that comes
public record Office(
        String id,
        OfficeKind kind,
        String name,
        String address,
        String email,
        String phone,
        String openingHours,
        String seat,
        Territory territory,
        Set<String> procedures,
        SortedSet<LocalDate> closedDays,
        LocalDate from,
        @Nullable LocalDate until,
        @Nullable String parent,
        int revision,
        Thresholds thresholds) {

    /// The name of a préfecture, up to what it is named after.
    private static final Pattern BEFORE =
            Pattern.compile("\\S+ (?:de [Ll]a |de l’|des |du |de |d’)");

    private static final Collator ALPHABET = Collator.getInstance(Locale.FRENCH);

    /// By kind, then in the order of the alphabet, préfectures by what they are named after.
    static final Comparator<Office> BY_NAME =
            Comparator.<Office, String>comparing(office -> office.kind.name())
                    .thenComparing(Office::proper, ALPHABET)
                    .thenComparing(Office::id);

    public Office {
        name = name.replace('\'', '’');
        procedures = Set.copyOf(procedures);
        closedDays = Collections.unmodifiableSortedSet(new TreeSet<>(closedDays));
    }

    private String proper() {
        Matcher before = BEFORE.matcher(name);
        return kind == OfficeKind.PREFECTURE && before.lookingAt()
                ? name.substring(before.end())
                : name;
    }

    /// Whether it is competent there for that procedure on that day.
    public boolean covers(Place place, String procedure, LocalDate on) {
        return open(on)
                && territory.covers(place)
                && (procedures.isEmpty() || procedures.contains(procedure));
    }

    /// Whether this and another of its kind would both be competent for the same thing.
    public boolean rivals(Office other) {
        return kind == other.kind
                && !id.equals(other.id)
                && (until == null || !other.from.isAfter(until))
                && (other.until == null || !from.isAfter(other.until))
                && procedures.isEmpty() == other.procedures.isEmpty()
                && (procedures.isEmpty() || !Collections.disjoint(procedures, other.procedures))
                && territory.overlaps(other.territory);
    }

    public boolean open(LocalDate on) {
        return !on.isBefore(from) && (until == null || !on.isAfter(until));
    }
}
