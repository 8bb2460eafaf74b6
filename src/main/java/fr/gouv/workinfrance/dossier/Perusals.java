package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grant;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// Reads one dossier for the page of someone who is something to it; for anyone else it does not
/// exist.
@Component
public class Perusals {

    private final Acts acts;
    private final DossierTable table;

    Perusals(Acts acts, DossierTable table) {
        this.acts = acts;
        this.table = table;
    }

    /// The dossier.
    ///
    /// @param held what the person holds now, read to let him in
    public Optional<Seen> see(Reference reference, Account account, List<Grant> held) {
        return table.find(reference)
                .flatMap(dossier -> seen(dossier, acts.proxy(dossier, account, held)));
    }

    /// The same, with what is kept beside it, in one question.
    ///
    /// @param held what the person holds now, read to let him in
    public Optional<Whole> whole(Reference reference, Account account, List<Grant> held) {
        return table.whole(reference)
                .flatMap(
                        read ->
                                seen(read.dossier(), acts.proxy(read.dossier(), account, held))
                                        .map(read.annex()::of));
    }

    /// A dossier that was read, as someone sees it.
    Optional<Seen> seen(Dossier dossier, Account account) {
        return seen(dossier, acts.proxy(dossier, account));
    }

    /// @throws IllegalMove to whoever filed it under a mandate that does not hold any more: he
    ///   knows of it, and is told why he does not see it
    private Optional<Seen> seen(Dossier dossier, Proxy proxy) {
        Set<Relation> relations = proxy.seeing();
        if (relations.isEmpty()) {
            proxy.lost()
                    .ifPresent(
                            why -> {
                                throw new IllegalMove(why, Act.ANSWER, dossier.stage().name());
                            });
            return Optional.empty();
        }
        Set<Act> open = proxy.open();
        if (dossier.course().acquired().isPresent()) {
            open.remove(Act.PREPARE); // silence has decided it
        }
        Set<Act> waiting =
                dossier.pendingCorrection()
                        .map(
                                _ ->
                                        dossier.course()
                                                .waiting(
                                                        acts.today(dossier.office().orElseThrow())))
                        .orElse(Set.of());
        Dossier followed = acts.supplied(acts.followed(dossier));
        return Optional.of(
                new Seen(
                        open.contains(Act.MEND) ? followed.amended() : followed,
                        acts.procedure(dossier),
                        acts.version(dossier),
                        relations,
                        open,
                        waiting,
                        null));
    }
}
