package fr.gouv.workinfrance.examination.batch;

import fr.gouv.workinfrance.office.Member;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Who takes the next dossier of an office.
///
/// @param members its caseworkers
/// @param loads how many open dossiers each has in charge; nothing for one who has none
record Balance(List<Member> members, Map<UUID, Long> loads) {

    /// Whoever is present, handles such requests and has the fewest in charge; nobody when no one
    /// who is present handles them.
    Optional<UUID> next(String procedure, LocalDate today) {
        return members.stream()
                .filter(member -> member.present(today) && member.handles(procedure))
                .map(member -> member.account().id())
                .min(Comparator.comparingLong(this::load).thenComparing(Comparator.naturalOrder()));
    }

    private long load(UUID account) {
        return loads.getOrDefault(account, 0L);
    }
}
