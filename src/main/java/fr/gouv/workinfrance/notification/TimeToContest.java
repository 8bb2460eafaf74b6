package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Available;
import fr.gouv.workinfrance.examination.appeal.Court;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Refusal;
import fr.gouv.workinfrance.examination.appeal.Term;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Until when each party can contest a refusal: since when the decision was there for it, and what
/// it deposited.
///
/// @param days how days are counted where it is handled
/// @param notices who was told what
/// @param made what was deposited
public record TimeToContest(
        Dossier dossier,
        Version version,
        LegalDays days,
        List<Notice> notices,
        List<Recourse> made) {

    public TimeToContest {
        notices = List.copyOf(notices);
        made = List.copyOf(made);
    }

    public Optional<Refusal> refusal() {
        return Refusal.of(dossier);
    }

    /// When a decision was there for a party.
    ///
    /// @param notice of what became of the message that told it; absent while none was sent
    public record Notified(Part part, Instant available, @Nullable Notice notice) {

        /// When the party first opened it.
        public @Nullable Instant opened() {
            return notice == null ? null : notice.openedAt();
        }
    }

    /// When the decision was there for a party; empty as long as it has not come in, or no decision
    /// is issued.
    public Optional<Notified> notified(Part part) {
        return dossier.deed(IssuedDeed.Kind.DECISION)
                .flatMap(deed -> dossier.party(part).map(party -> notified(part, party, deed)));
    }

    private Notified notified(Part part, Party party, IssuedDeed deed) {
        return notice(party, deed)
                .map(told -> new Notified(part, told.availableAt(), told))
                .orElseGet(() -> new Notified(part, since(party, deed.at()), null));
    }

    /// Of somebody who fills two parts, the notice bears the first.
    private Optional<Notice> notice(Party party, IssuedDeed deed) {
        return notices.stream()
                .filter(notice -> notice.kind() == Notice.Kind.DECISION)
                .filter(notice -> !notice.availableAt().isBefore(deed.at()))
                .filter(notice -> party.account().equals(notice.account()))
                .min(Comparator.comparing(Notice::availableAt));
    }

    private static Instant since(Party party, Instant at) {
        return party.joinedAt().isAfter(at) ? party.joinedAt() : at;
    }

    /// The time that a party has against the refusal that stands; empty when nothing is refused.
    public Optional<Term> term(Part part) {
        return refusal()
                .flatMap(
                        refusal ->
                                court().map(
                                                court ->
                                                        Term.of(
                                                                refusal,
                                                                available(part),
                                                                court.within(),
                                                                days)));
    }

    /// As early as can be: signed, as long as it is not issued.
    private Available available(Part part) {
        return notified(part)
                .map(one -> new Available(one.available(), one.opened()))
                .orElseGet(
                        () ->
                                new Available(
                                        dossier.stage() instanceof Stage.Decided decided
                                                ? decided.signed().at()
                                                : Instant.EPOCH,
                                        null));
    }

    /// Until when a party can surely go to court.
    public Optional<Court> court(Part part) {
        return term(part)
                .flatMap(
                        term ->
                                court().map(
                                                court ->
                                                        Court.of(
                                                                term,
                                                                against(part),
                                                                court.within(),
                                                                days)));
    }

    private List<Recourse> against(Part part) {
        return made.stream()
                .filter(one -> one.from() == part)
                .filter(one -> refusal().filter(one.refusal()::equals).isPresent())
                .toList();
    }

    /// The way to the court, as the catalogue has it.
    public Optional<Appeal> court() {
        return version.appeals().stream().filter(appeal -> !appeal.here()).findFirst();
    }
}
