package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.HistoryView;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Who looked at a request, the latest first: each person, thing and day once, however many pages
/// were turned. Agents are told by their service, never by their names.
public record AccessView(Seen seen, List<Look> looks) {

    private static final String PART_SEEN = "SEE_PART";
    private static final String READ = "document.read";

    public AccessView {
        looks = List.copyOf(looks);
    }

    /// One look.
    ///
    /// @param part of the party who looked; absent for an agent
    /// @param service of the agent; empty for a party
    /// @param piece what was opened, for whoever sees it; absent when that is the answers, or
    ///   another document
    /// @param answers whether the answers were shown
    public record Look(
            LocalDate day,
            @Nullable Part part,
            String service,
            @Nullable Words piece,
            boolean answers) {}

    static AccessView of(Seen seen, HistoryView history) {
        Map<String, String> consulted = new HashMap<>();
        String handling = history.office().name();
        Set<Look> known = new HashSet<>();
        List<Look> looks = new ArrayList<>();
        for (Entry entry : history.entries()) {
            if (entry.act().equals(PART_SEEN)) {
                consulted.put(entry.actor().id(), history.office(entry));
            } else if (HistoryView.moves(entry)) {
                handling = history.office(entry);
            }
            boolean read = entry.act().equals(READ);
            if ((read || entry.act().equals(PART_SEEN))
                    && entry.actor().kind() != Actor.Kind.SYSTEM) {
                Part part = part(seen, entry.actor());
                Look look =
                        new Look(
                                entry.at().atZone(HolidayZone.METROPOLE.id()).toLocalDate(),
                                part,
                                part == null
                                        ? consulted.getOrDefault(entry.actor().id(), handling)
                                        : "",
                                read ? piece(seen, entry.facts().get("document")) : null,
                                !read);
                if (known.add(look)) {
                    looks.add(look);
                }
            }
        }
        return new AccessView(seen, looks.reversed());
    }

    private static @Nullable Part part(Seen seen, Actor actor) {
        return seen.dossier().parties().stream()
                .filter(party -> party.account().toString().equals(actor.id()))
                .map(Party::part)
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Words piece(Seen seen, @Nullable String document) {
        return seen.dossier()
                .attachments()
                .joined()
                .filter(joined -> joined.document().value().toString().equals(document))
                .map(Attachment.Joined::piece)
                .flatMap(id -> seen.version().piece(id).stream())
                .filter(seen::sees)
                .map(Piece::name)
                .findFirst()
                .orElse(null);
    }
}
