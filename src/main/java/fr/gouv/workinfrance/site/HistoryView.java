package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What happened to a request that was deposited, and which office had it then.
///
/// @param office the one that has it now
/// @param offices all those that its history names, by id
public record HistoryView(List<Entry> entries, Office office, Map<String, Office> offices) {

    /// What its parties are told of; the rest has places of its own, or is the office's.
    private static final Set<String> TOLD =
            Set.of(
                    "OPEN",
                    "SUBMIT",
                    "CERTIFY",
                    "BEGIN",
                    "PREPARE",
                    "SEND_BACK",
                    "SIGN",
                    "WITHDRAW",
                    "ASK",
                    "RETURN",
                    "TIME",
                    "FORWARD",
                    "REORGANISE",
                    "ASK_OPINION",
                    "GIVE_OPINION",
                    "TACIT_OPINION",
                    "END_OPINION",
                    "INFORM",
                    "RETURN_FACT",
                    "CONTEST",
                    "RETRACT",
                    "ATTEST",
                    "JOIN",
                    "LEAVE",
                    "REPLACE",
                    "FILE",
                    "MANDATE_ENDED",
                    "SIGN_RECTIFICATION",
                    "DRAFT_WITHDRAWAL",
                    "OBSERVE",
                    "INTERVIEW",
                    "ABANDON_WITHDRAWAL",
                    "SIGN_WITHDRAWAL",
                    "REOPEN");

    /// What an entry calls the office that has the request from then on.
    private static final String OFFICE = "office";

    /// What it calls the one to which something goes.
    private static final String TO = "to";

    /// The offices that it names: those to read before it is told.
    public static Set<String> named(Dossier dossier, List<Entry> entries) {
        Set<String> ids = new HashSet<>(Set.of(dossier.office().orElseThrow()));
        entries.stream()
                .flatMap(
                        entry ->
                                Stream.of(OFFICE, TO)
                                        .map(entry.facts()::get)
                                        .filter(Objects::nonNull))
                .forEach(ids::add);
        return ids;
    }

    public static HistoryView of(Dossier dossier, List<Entry> entries, Offices all) {
        return of(dossier, entries, all.all(named(dossier, entries)));
    }

    /// The same, of offices that were read already.
    ///
    /// @param named the offices that it names
    public static HistoryView of(Dossier dossier, List<Entry> entries, List<Office> named) {
        Map<String, Office> offices =
                named.stream()
                        .collect(Collectors.toUnmodifiableMap(Office::id, Function.identity()));
        return new HistoryView(
                entries,
                Optional.ofNullable(offices.get(dossier.office().orElseThrow())).orElseThrow(),
                offices);
    }

    /// Whether the request is in the hands of another office from this entry on.
    public static boolean moves(Entry entry) {
        return Set.of("SUBMIT", "FORWARD", "REORGANISE").contains(entry.act());
    }

    /// What its parties are told of.
    public List<Entry> told() {
        return entries.stream().filter(entry -> TOLD.contains(entry.act())).toList();
    }

    /// The name of the office that an entry is about, or of the one that has it now.
    public String office(Entry entry) {
        return Optional.ofNullable(offices.get(entry.facts().getOrDefault(OFFICE, "")))
                .orElse(office)
                .name();
    }
}
