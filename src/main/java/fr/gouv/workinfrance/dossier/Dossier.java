package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Stage.Certified;
import fr.gouv.workinfrance.dossier.Stage.Deposit;
import fr.gouv.workinfrance.dossier.Stage.Signed;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.dossier.correction.Correction;
import fr.gouv.workinfrance.dossier.correction.Correction.CorrectionAnswer;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.employer.mandate.Request;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/// One request and its rules. Pure: each act gives back the dossier as it is after it, or throws
/// [IllegalMove]; writing it down is for [Dossiers].
///
/// @param version counts the acts, so that none is done on a dossier that someone has changed
/// @param touchedAt when anyone last changed anything of it
/// @param belonging who opened it, and the company that it belongs to
/// @param amendment what the parties are mending and have not sent
public record Dossier(
        DossierId id,
        long version,
        Reference reference,
        String procedure,
        Part filer,
        String language,
        Instant openedAt,
        Instant touchedAt,
        Origin origin,
        Content content,
        List<Party> parties,
        Belonging belonging,
        Course course,
        @Nullable Amendment amendment) {

    public Dossier {
        parties = List.copyOf(parties);
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
                filer,
                language,
                at,
                at,
                origin,
                Content.NONE,
                List.of(),
                Belonging.to(by),
                Course.draft(version.number()),
                null);
    }

    // ---- what one can ask of it

    public String procedureVersion() {
        return course.procedureVersion();
    }

    public Stage stage() {
        return course.stage();
    }

    public Answers answers() {
        return content.answers();
    }

    public Attachments attachments() {
        return content.attachments();
    }

    /// Absent until the deposit starts it.
    public @Nullable LegalClock clock() {
        return course.clock();
    }

    /// The caseworker in charge.
    public @Nullable UUID assignee() {
        return course.assignee();
    }

    public List<IssuedDeed> deeds() {
        return course.deeds();
    }

    public Optional<Deposit> deposit() {
        return course.deposit();
    }

    public Optional<Certified> certified() {
        return stage().completeness();
    }

    public Optional<Prepared> prepared() {
        return stage().decision();
    }

    /// What the office asked and the parties have yet to answer.
    public Optional<Correction> pendingCorrection() {
        return course.pending();
    }

    /// Whether the parties are mending something that they have not sent.
    public boolean amending() {
        return amendment != null;
    }

    /// The answers as conditions and rules know them, with who files.
    public Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>(answers().values());
        values.put("filer", filer.name());
        return values;
    }

    /// Whether the legal limit passed without an express decision.
    public boolean reached() {
        LegalClock clock = clock();
        return clock != null && clock.reached();
    }

    /// Whether silence is a refusal by now, and nobody has decided since.
    public boolean refusedBySilence() {
        return course.refusedBySilence();
    }

    /// Whether it is refused: by a decision or, while nobody decides, by silence.
    public boolean refused() {
        return course.refused();
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

    /// The official document of that kind that stands: none of a decision that was withdrawn does.
    public Optional<IssuedDeed> deed(IssuedDeed.Kind kind) {
        return course.deed(kind);
    }

    /// The name that an official document has in addresses: its kind or, once the decision was
    /// withdrawn, its id.
    public String named(IssuedDeed deed) {
        return course.named(deed);
    }

    /// A document of this dossier by the name it has in addresses, an official one or one that was
    /// joined, be it replaced since.
    public Optional<DocumentId> document(String name) {
        return Stream.concat(
                        deeds().stream()
                                .filter(deed -> named(deed).equals(name))
                                .map(IssuedDeed::document),
                        attachments().known().filter(document -> document.toString().equals(name)))
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
                id.scope(), procedure, answers().text(Known.EMPLOYER_SIRET.field()).orElse(null));
    }

    // ---- what is said and joined

    Dossier answer(String field, Answer answer) {
        return with(content.with(content.answers().with(field, answer)));
    }

    /// Without its answer to a question.
    Dossier unanswered(String field) {
        return with(content.with(answers().without(field)));
    }

    Dossier with(Attachments joined) {
        return with(content.with(joined));
    }

    /// The same, its answers read as this version of the procedure reads them.
    Dossier readBy(Version version) {
        return with(content.with(answers().readBy(version, Locale.of(language))));
    }

    /// The same, of another belonging.
    Dossier with(Belonging other) {
        return copy(filer, content, parties, other, course, amendment);
    }

    /// The same, filed by the employer itself.
    Dossier filedByEmployer() {
        return copy(Part.EMPLOYER, content, parties, belonging, course, amendment);
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

    /// What these parties read has changed: who had confirmed it has yet to confirm it again.
    Dossier changedFor(Collection<Part> readers) {
        return withParties(participation().changedFor(readers));
    }

    /// Without someone, nor what he gave: nobody else reads that.
    Dossier leave(UUID account) {
        return with(content.without(account)).withParties(participation().without(account));
    }

    // ---- the life of the request

    /// Deposited with the statement on honour, by which whoever files confirms its part.
    Dossier submit(
            String version, Deposit deposit, LegalClock notStarted, LocalDate day, LegalDays days) {
        return attest(participation().ofFiler(), deposit.at())
                .with(course.submit(version, deposit, notStarted, day, days));
    }

    Dossier withdraw(Instant at, LocalDate day) {
        return with(course.withdraw(at, day));
    }

    Dossier assign(UUID caseworker) {
        return with(course.assign(caseworker));
    }

    Dossier forward(String office, Instant at, LocalDate day, LegalDays days) {
        return with(course.forward(office, at, day, days));
    }

    Dossier certify(Certified certified, LocalDate today) {
        return with(course.certify(certified, today));
    }

    Dossier begin(Instant at) {
        return with(course.begin(at));
    }

    Dossier prepare(Prepared decision, LocalDate today) {
        return with(course.prepare(decision, today));
    }

    Dossier sendBack(Instant at) {
        return begin(at);
    }

    Dossier sign(Signed signed, LocalDate day) {
        return with(course.sign(signed, day));
    }

    Dossier deliver(IssuedDeed deed) {
        return with(course.deliver(deed));
    }

    /// The dossier once the passing of time has been looked at; the very same when nothing
    /// happened.
    Dossier look(LocalDate today) {
        Course looked = course.look(today);
        return looked.equals(course) ? this : with(looked);
    }

    /// Contested, which leaves it where it is: only what is refused can be.
    Dossier contested(Act act) {
        return with(course.contested(act));
    }

    /// In examination again, its refusal withdrawn.
    Dossier reopen(Instant at, LocalDate day, LegalDays days) {
        return with(course.reopen(at, day, days));
    }

    // ---- corrections

    Dossier ask(Correction correction) {
        return with(course.ask(correction));
    }

    /// As its parties see it while they mend it: with what they have not sent yet.
    Dossier amended() {
        return amendment == null ? this : with(amendment.content());
    }

    Dossier with(@Nullable Amendment other) {
        return copy(filer, content, parties, belonging, course, other);
    }

    /// Someone sent what he mended: what others have not sent stays beside the request.
    Dossier mended(Mending sent, CorrectionAnswer answer, LocalDate day, LegalDays days) {
        Amendment mending = Objects.requireNonNull(amendment);
        Content after = content.with(sent.subjects(), mending.content());
        List<Subject> brought =
                sent.subjects().stream().filter(it -> after.brings(it, content)).toList();
        return with(course.mended(brought, sent.parts(), answer, day, days))
                .with(after)
                .with(mending.left(sent, after).orElse(null));
    }

    // ---- copies

    private Dossier with(Content said) {
        return copy(filer, said, parties, belonging, course, amendment);
    }

    private Dossier withParties(List<Party> in) {
        return copy(filer, content, in, belonging, course, amendment);
    }

    private Dossier with(Course taken) {
        return copy(filer, content, parties, belonging, taken, amendment);
    }

    private Dossier copy(
            Part files,
            Content said,
            List<Party> in,
            Belonging to,
            Course taken,
            @Nullable Amendment mending) {
        return new Dossier(
                id, version, reference, procedure, files, language, openedAt, touchedAt, origin,
                said, in, to, taken, mending);
    }
}
