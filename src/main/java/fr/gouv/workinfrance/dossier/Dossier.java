package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Stage.AwaitingSignature;
import fr.gouv.workinfrance.dossier.Stage.Certified;
import fr.gouv.workinfrance.dossier.Stage.Complete;
import fr.gouv.workinfrance.dossier.Stage.Decided;
import fr.gouv.workinfrance.dossier.Stage.Deposit;
import fr.gouv.workinfrance.dossier.Stage.Draft;
import fr.gouv.workinfrance.dossier.Stage.InExamination;
import fr.gouv.workinfrance.dossier.Stage.Signed;
import fr.gouv.workinfrance.dossier.Stage.Submitted;
import fr.gouv.workinfrance.dossier.Stage.Withdrawn;
import fr.gouv.workinfrance.dossier.clock.ClockLine.Cause;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.employer.mandate.Request;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One request and its rules. Pure: each act gives back the dossier as it is after it, or throws
/// [IllegalMove]; writing it down is for [Dossiers].
///
/// @param version counts the acts, so that none is done on a dossier that someone has changed
/// @param procedureVersion which version of the procedure's form, pieces and clock applies; of a
///   draft, which follows the newest, the one under which it was opened
/// @param touchedAt when anyone last changed anything of it
/// @param clock absent until the deposit starts it
/// @param assignee the caseworker in charge
/// @param belonging who opened it, and the company that it belongs to
public record Dossier(
        DossierId id,
        long version,
        Reference reference,
        String procedure,
        String procedureVersion,
        Part filer,
        String language,
        Instant openedAt,
        Instant touchedAt,
        Origin origin,
        Stage stage,
        Answers answers,
        Attachments attachments,
        List<Party> parties,
        @Nullable LegalClock clock,
        @Nullable UUID assignee,
        List<IssuedDeed> deeds,
        Belonging belonging) {

    public Dossier {
        parties = List.copyOf(parties);
        deeds = List.copyOf(deeds);
    }

    static Dossier open(
            DossierId id,
            Reference reference,
            Version version,
            Part filer,
            String language,
            Origin origin,
            Instant at,
            UUID by) {
        return new Dossier(
                id,
                0,
                reference,
                version.procedureId(),
                version.number(),
                filer,
                language,
                at,
                at,
                origin,
                new Draft(),
                Answers.NONE,
                Attachments.NONE,
                List.of(),
                null,
                null,
                List.of(),
                Belonging.to(by));
    }

    // ---- what one can ask of it

    public Optional<Deposit> deposit() {
        return switch (stage) {
            case Draft _ -> Optional.empty();
            case Submitted(Deposit deposit) -> Optional.of(deposit);
            case Complete(Deposit deposit, _) -> Optional.of(deposit);
            case InExamination(Deposit deposit, _, _) -> Optional.of(deposit);
            case AwaitingSignature(Deposit deposit, _, _) -> Optional.of(deposit);
            case Decided(Deposit deposit, _, _, _) -> Optional.of(deposit);
            case Withdrawn(Deposit deposit, _) -> Optional.of(deposit);
        };
    }

    public Optional<Certified> certified() {
        return stage.completeness();
    }

    public Optional<Prepared> prepared() {
        return stage.decision();
    }

    /// The answers as conditions and rules know them, with who files.
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(answers.values());
        values.put("filer", filer.name());
        return values;
    }

    /// Whether the legal limit passed without an express decision.
    public boolean reached() {
        return clock != null && clock.reached();
    }

    /// Whether the worker denies what is said in his name.
    public boolean contested() {
        return parties.stream().anyMatch(party -> party.contestation() != null);
    }

    /// The office that handles it; empty until it is deposited.
    public Optional<String> office() {
        return deposit().map(Deposit::office);
    }

    public Optional<Party> party(Part part) {
        return participation().party(part);
    }

    /// Who takes part in it.
    Participation participation() {
        return new Participation(filer, parties);
    }

    public Optional<IssuedDeed> deed(IssuedDeed.Kind kind) {
        return deeds.stream().filter(deed -> deed.kind() == kind).findFirst();
    }

    /// A document of this dossier by the name it has in addresses: the kind of an official one, or
    /// the id of one that was joined.
    public Optional<DocumentId> document(String name) {
        return Stream.concat(
                        deeds.stream()
                                .filter(deed -> deed.kind().name().equals(name))
                                .map(IssuedDeed::document),
                        attachments
                                .joined()
                                .map(Attachment.Joined::document)
                                .filter(document -> document.value().toString().equals(name)))
                .findFirst();
    }

    /// Which parts someone fills: its own and, for whoever files or does it for him at a counter,
    /// every part that nobody has come to fill.
    public boolean fills(Part part, Collection<Relation> relations) {
        List<Part> own = relations.stream().flatMap(r -> r.part().stream()).toList();
        return own.contains(part)
                || Proxy.standsIn(this, part, own)
                || (relations.contains(Relation.COUNTER) && party(part).isEmpty());
    }

    /// What mandates look at.
    public Request request() {
        return new Request(
                id.scope(), procedure, answers.text(Known.EMPLOYER_SIRET.field()).orElse(null));
    }

    // ---- the draft

    Dossier answer(String field, Answer answer) {
        return with(answers.with(field, answer));
    }

    Dossier with(Attachments joined) {
        return copy(stage, procedureVersion, answers, joined, parties, clock, assignee, deeds);
    }

    /// The same, of another belonging.
    Dossier with(Belonging other) {
        return copy(filer, other);
    }

    private Dossier copy(Part filing, Belonging other) {
        return new Dossier(
                id,
                version,
                reference,
                procedure,
                procedureVersion,
                filing,
                language,
                openedAt,
                touchedAt,
                origin,
                stage,
                answers,
                attachments,
                parties,
                clock,
                assignee,
                deeds,
                other);
    }

    /// The same, filed by the employer itself.
    Dossier filedByEmployer() {
        return copy(Part.EMPLOYER, belonging);
    }

    // ---- the parties

    Dossier join(Party joining) {
        return withParties(participation().join(joining));
    }

    /// The employer's side, in the hands of another person.
    Dossier inHandsOf(UUID person, String address, Instant at) {
        return party(Part.EMPLOYER).isEmpty()
                ? join(Party.joining(Part.EMPLOYER, person, address, at))
                : withParties(participation().inHandsOf(person, address, at));
    }

    Dossier attest(Collection<Part> parts, Instant at) {
        return withParties(participation().attest(parts, at));
    }

    Dossier contest(Contestation denial) {
        return withParties(participation().contest(denial));
    }

    Dossier retract() {
        return withParties(participation().retract());
    }

    /// What these parts read has changed: who had confirmed it has yet to confirm it again.
    Dossier changedFor(Collection<Part> readers) {
        return withParties(participation().changedFor(readers));
    }

    /// Without someone, nor what he gave: nobody else reads that.
    Dossier leave(UUID account) {
        return with(answers.without(account))
                .with(attachments.without(account))
                .withParties(participation().without(account));
    }

    // ---- the life of the request

    /// Deposited with the statement on honour, by which whoever files confirms its part.
    Dossier submit(
            String version, Deposit deposit, LegalClock notStarted, LocalDate day, LegalDays days) {
        return attest(participation().ofFiler(), deposit.at())
                .with(new Submitted(deposit), notStarted.start(day, days), version);
    }

    Dossier withdraw(Instant at, LocalDate day) {
        return with(
                new Withdrawn(deposit().orElseThrow(), at),
                running().stop(day, null, Cause.APPLICANT),
                procedureVersion);
    }

    Dossier assign(UUID caseworker) {
        return copy(
                stage, procedureVersion, answers, attachments, parties, clock, caseworker, deeds);
    }

    Dossier certify(Certified certified) {
        return with(new Complete(deposit().orElseThrow(), certified));
    }

    Dossier begin(Instant at) {
        return with(new InExamination(deposit().orElseThrow(), certified().orElseThrow(), at));
    }

    Dossier prepare(Prepared decision) {
        return with(
                new AwaitingSignature(
                        deposit().orElseThrow(), certified().orElseThrow(), decision));
    }

    Dossier sendBack(Instant at) {
        return begin(at);
    }

    /// Signed by another person than the one who prepared it.
    Dossier sign(Signed signed, LocalDate day) {
        Prepared decision = prepared().orElseThrow();
        if (decision.by().equals(signed.by())) {
            throw new IllegalMove(Why.SAME_PERSON, Act.SIGN, stage.name());
        }
        return with(
                new Decided(deposit().orElseThrow(), certified().orElseThrow(), decision, signed),
                running().stop(day, "R5221-17 Code du travail", Cause.SERVICE),
                procedureVersion);
    }

    /// The dossier once the passing of time has been looked at; the very same when nothing
    /// happened.
    Dossier look(LocalDate today) {
        if (clock == null) {
            return this;
        }
        LegalClock looked = clock.answerDayPassed(today).look(today);
        return looked.equals(clock) ? this : with(stage, looked, procedureVersion);
    }

    Dossier deliver(IssuedDeed deed) {
        List<IssuedDeed> all = new ArrayList<>(deeds);
        all.add(deed);
        return copy(stage, procedureVersion, answers, attachments, parties, clock, assignee, all);
    }

    private LegalClock running() {
        if (clock == null) {
            throw new IllegalStateException("a deposited dossier has a clock");
        }
        return clock;
    }

    // ---- copies

    private Dossier with(Stage reached) {
        return with(reached, clock, procedureVersion);
    }

    private Dossier with(Stage reached, @Nullable LegalClock ledger, String followed) {
        return copy(reached, followed, answers, attachments, parties, ledger, assignee, deeds);
    }

    /// The same, its answers read as this version of the procedure reads them.
    Dossier readBy(Version version) {
        return with(answers.readBy(version, Locale.of(language)));
    }

    private Dossier with(Answers given) {
        return copy(stage, procedureVersion, given, attachments, parties, clock, assignee, deeds);
    }

    private Dossier withParties(List<Party> in) {
        return copy(stage, procedureVersion, answers, attachments, in, clock, assignee, deeds);
    }

    private Dossier copy(
            Stage reached,
            String followed,
            Answers given,
            Attachments joined,
            List<Party> in,
            @Nullable LegalClock ledger,
            @Nullable UUID caseworker,
            List<IssuedDeed> issued) {
        return new Dossier(
                id,
                version,
                reference,
                procedure,
                followed,
                filer,
                language,
                openedAt,
                touchedAt,
                origin,
                reached,
                given,
                joined,
                in,
                ledger,
                caseworker,
                issued,
                belonging);
    }
}
