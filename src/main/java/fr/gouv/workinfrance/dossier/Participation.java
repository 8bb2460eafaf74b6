package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Part;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/// Who takes part in a request: the parties that have come in, and what becomes of them.
///
/// @param filer the part of whoever files
record Participation(Part filer, List<Party> parties) {

    Optional<Party> party(Part part) {
        return parties.stream().filter(party -> party.part() == part).findFirst();
    }

    boolean isFilledBy(Part part, UUID account) {
        return party(part).filter(party -> party.account().equals(account)).isPresent();
    }

    /// The parts of whoever files: a worker who holds the mandate fills two.
    List<Part> ofFiler() {
        return party(filer).stream()
                .flatMap(
                        filing ->
                                parties.stream()
                                        .filter(party -> party.account().equals(filing.account())))
                .map(Party::part)
                .toList();
    }

    /// Whether the worker has confirmed what is said in his name, or will by the statement on
    /// honour that he makes when he files.
    boolean workerAttests() {
        return party(Part.WORKER).filter(party -> party.attestedAt() != null).isPresent()
                || ofFiler().contains(Part.WORKER);
    }

    /// Whether someone can leave it to whoever files: not whoever files himself.
    boolean canLeave(UUID account) {
        return !isFilledBy(filer, account)
                && parties.stream().anyMatch(party -> party.account().equals(account));
    }

    /// Whether another can be invited in the place of this party: it has said nothing yet.
    boolean replaceable(Part part) {
        return party(part).filter(Party::silent).filter(p -> canLeave(p.account())).isPresent();
    }

    // ---- what becomes of them

    List<Party> join(Party joining) {
        List<Party> all = new ArrayList<>(parties);
        all.removeIf(party -> party.part() == joining.part());
        all.add(joining);
        return all;
    }

    /// The employer's side, in the hands of another person.
    List<Party> inHandsOf(UUID person, String address, Instant at) {
        return change(List.of(Part.EMPLOYER), party -> party.inHandsOf(person, address, at));
    }

    List<Party> attest(Collection<Part> parts, Instant at) {
        return change(parts, party -> party.attesting(at));
    }

    List<Party> contest(Contestation denial) {
        return change(List.of(Part.WORKER), party -> party.contesting(denial));
    }

    List<Party> retract() {
        return change(List.of(Part.WORKER), Party::retracting);
    }

    /// What these parts read has changed: who had confirmed it has yet to confirm it again.
    List<Party> changedFor(Collection<Part> readers) {
        return change(readers, Party::unattested);
    }

    List<Party> without(UUID account) {
        return parties.stream().filter(party -> !party.account().equals(account)).toList();
    }

    private List<Party> change(Collection<Part> parts, UnaryOperator<Party> change) {
        return parties.stream()
                .map(party -> parts.contains(party.part()) ? change.apply(party) : party)
                .toList();
    }
}
