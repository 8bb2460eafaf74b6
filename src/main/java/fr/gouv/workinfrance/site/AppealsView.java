package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.examination.appeal.Court;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Refusal;
import fr.gouv.workinfrance.examination.appeal.Step;
import fr.gouv.workinfrance.examination.appeal.Term;
import fr.gouv.workinfrance.examination.appeal.Term.Timeliness;
import fr.gouv.workinfrance.examination.revision.Replacement;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.TimeToContest;
import fr.gouv.workinfrance.notification.TimeToContest.Notified;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// What comes after a refusal, as someone sees it: when the decision was there for each party,
/// until when it can be contested, what was deposited and how it goes on.
///
/// @param parts those whose dates he sees
/// @param days how days are counted where it is handled
/// @param notices who was told what
/// @param made what he reads of what was deposited, the oldest first
/// @param offices that have to answer, by id
/// @param files what is known of the documents joined to it
/// @param people who are in charge of it
/// @param mended what stands in the place of the decision since a clerical error in it was mended;
///   absent when none was, and where the acts about the decision are shown beside
public record AppealsView(
        Dossier dossier,
        Version version,
        List<Part> parts,
        LegalDays days,
        List<Notice> notices,
        List<Recourse> made,
        Map<String, Office> offices,
        Map<DocumentId, StoredDocument> files,
        Map<UUID, Account> people,
        @Nullable Replacement mended) {

    public Optional<Refusal> refusal() {
        return Refusal.of(dossier);
    }

    /// Whether there is anything to say.
    public boolean present() {
        return refusal().isPresent() || !made.isEmpty() || !notified().isEmpty();
    }

    // ---- when the decision was there

    /// Of each party that has come in; nothing as long as no decision is issued.
    public List<Notified> notified() {
        return parts.stream().flatMap(part -> time().notified(part).stream()).toList();
    }

    private TimeToContest time() {
        return new TimeToContest(dossier, version, days, notices, made);
    }

    // ---- until when it can be contested

    /// The time that a party has against the refusal that stands; empty when nothing is refused.
    public Optional<Term> term(Part part) {
        return time().term(part);
    }

    /// Until when a party can surely go to court.
    public Optional<Court> court(Part part) {
        return time().court(part);
    }

    /// The way to the court, as the catalogue has it.
    public Optional<Appeal> court() {
        return time().court();
    }

    /// From when the time runs against the refusal that stands.
    public Optional<Statement> starts() {
        return court().map(Appeal::starts)
                .flatMap(
                        starts ->
                                refusal()
                                        .map(
                                                refusal ->
                                                        refusal.silent()
                                                                ? starts.silence()
                                                                : starts.decision()));
    }

    // ---- what was deposited

    /// As the catalogue has the way that was taken.
    public Appeal way(Recourse one) {
        return version.appeals().stream()
                .filter(appeal -> appeal.id().equals(one.way()))
                .findFirst()
                .orElseThrow();
    }

    public List<Step> steps(Recourse one) {
        return Step.of(one, way(one));
    }

    /// Whether it came in time; empty when what it is against does not stand any more.
    public Optional<Timeliness> timeliness(Recourse one) {
        return refusal()
                .filter(one.refusal()::equals)
                .flatMap(_ -> term(one.from()))
                .map(term -> term.judge(one.day()));
    }

    /// Whether the decision that stands is the one that it is against.
    public boolean against(Recourse one) {
        return !one.refusal().silent() && refusal().filter(one.refusal()::equals).isPresent();
    }

    /// What stands in the place of the decision that it is against, since a clerical error in that
    /// was mended.
    public Optional<Replacement> mended(Recourse one) {
        return Optional.ofNullable(mended).filter(_ -> against(one));
    }

    public List<StoredDocument> files(Recourse one) {
        return one.documents().stream().map(files::get).filter(Objects::nonNull).toList();
    }

    public String office(Recourse one) {
        return Optional.ofNullable(offices.get(one.office())).map(Office::name).orElse("");
    }

    /// Who is in charge; empty when nobody is.
    public String assignee(Recourse one) {
        return Optional.ofNullable(one.assignee())
                .map(people::get)
                .map(Account::displayName)
                .orElse("");
    }

    /// Whether this person prepared the decision that is contested: another one is preferred.
    public boolean prepared(Recourse one, Account reader) {
        return dossier.prepared()
                .filter(
                        prepared ->
                                one.refusal().decision().filter(prepared.id()::equals).isPresent())
                .filter(prepared -> prepared.by().equals(reader.id()))
                .isPresent();
    }

    static List<Part> everybody() {
        return Arrays.asList(Part.values());
    }
}
