package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Hand;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.examination.revision.Reading.Page;
import fr.gouv.workinfrance.examination.revision.Revision.Given;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.examination.revision.Revision.Signed;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.procedure.Procedures;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.UUID;

/// What a signatory does of acts about decisions: he is shown the very documents, and signs them;
/// what was signed is sealed and given to the parties.
@Component
public class Reviews {

    private static final Actor HOUSE = Actor.system("examination-revision");

    private final Revisions revisions;
    private final RevisionTable table;
    private final ReadingTable readings;
    private final RevisionDeeds deeds;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Delegations delegations;
    private final Procedures procedures;
    private final Wordings wordings;
    private final Days days;
    private final Permits permits;
    private final Appeals appeals;
    private final Accounts accounts;
    private final Documents documents;
    private final Deeds press;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final TransactionTemplate transaction;
    private final Clock clock;

    Reviews(
            Revisions revisions,
            RevisionTable table,
            ReadingTable readings,
            RevisionDeeds deeds,
            Dossiers dossiers,
            Decisions decisions,
            Delegations delegations,
            Procedures procedures,
            Wordings wordings,
            Days days,
            Permits permits,
            Appeals appeals,
            Accounts accounts,
            Documents documents,
            Deeds press,
            Journal journal,
            ApplicationEventPublisher events,
            TransactionTemplate transaction,
            Clock clock) {
        this.revisions = revisions;
        this.table = table;
        this.readings = readings;
        this.deeds = deeds;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.delegations = delegations;
        this.procedures = procedures;
        this.wordings = wordings;
        this.days = days;
        this.permits = permits;
        this.appeals = appeals;
        this.accounts = accounts;
        this.documents = documents;
        this.press = press;
        this.journal = journal;
        this.events = events;
        this.transaction = transaction;
        this.clock = clock;
    }

    /// The very documents that a signatory would sign: made with his name, his capacity and the
    /// day, and kept, so that what he confirms is what will be sealed.
    ///
    /// @throws NoSuchElementException when this is nothing that this person may sign
    public Reading read(DossierId id, UUID revision, Account signatory) {
        Dossier dossier =
                dossiers.see(id, signatory)
                        .filter(seen -> seen.may(Act.SIGN_REVISION))
                        .map(Seen::dossier)
                        .orElseThrow();
        Revision drafted =
                revisions
                        .of(id, revision)
                        .filter(one -> one.state() == State.DRAFTED)
                        .filter(
                                one ->
                                        revisions.owns(
                                                dossier,
                                                one.matter(),
                                                Act.SIGN_REVISION,
                                                signatory))
                        .orElseThrow();
        LocalDate today = dossiers.today(dossier);
        Optional<Delegation> delegation = delegation(dossier, drafted, signatory, today);
        Optional<Why> barred = barred(dossier, drafted, signatory, delegation);
        if (barred.equals(Optional.of(Why.NOT_HEARD)) || barred.equals(Optional.of(Why.STALE))) {
            // it may still have more to say, or nothing any more
            return new Reading(drafted, List.of(), barred);
        }
        UUID under = delegation.map(Delegation::id).orElse(null);
        List<Page> known = readings.of(drafted, signatory.id(), today, under);
        if (whole(known, drafted)) {
            return new Reading(drafted, known, barred);
        }
        for (Paper paper : drafted.papers()) {
            Rendered rendered =
                    deeds.render(
                            paper,
                            dossier,
                            drafted,
                            Hand.of(signatory, delegation.orElse(null), today));
            StoredDocument kept =
                    documents.keep(
                            rendered.bytes(),
                            RevisionDeeds.fileName(paper, drafted, dossier),
                            "application/pdf",
                            signatory.actor());
            readings.keep(
                    drafted,
                    signatory.id(),
                    new Page(paper, kept.id(), rendered.sha256()),
                    today,
                    under,
                    now());
        }
        return new Reading(drafted, readings.of(drafted, signatory.id(), today, under), barred);
    }

    /// Signs what was shown today, confirmed by its hashes: what it does holds from then on.
    ///
    /// @param hashes as [Reading#hashes] gave them
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when he may not, or they are others
    @Transactional
    public void sign(DossierId id, UUID revision, String hashes, Account signatory) {
        Dossier dossier = dossiers.hold(id, signatory, Act.SIGN_REVISION);
        Revision drafted = revisions.of(id, revision).orElseThrow();
        revisions.requireOwn(dossier, drafted.matter(), Act.SIGN_REVISION, signatory);
        if (drafted.state() != State.DRAFTED) {
            throw Revisions.illegal(Why.STALE, Act.SIGN_REVISION, dossier);
        }
        LocalDate today = dossiers.today(dossier);
        Optional<Delegation> under = delegation(dossier, drafted, signatory, today);
        barred(dossier, drafted, signatory, under)
                .ifPresent(
                        why -> {
                            throw Revisions.illegal(why, Act.SIGN_REVISION, dossier);
                        });
        UUID delegation = under.map(Delegation::id).orElseThrow();
        List<Page> shown = readings.of(drafted, signatory.id(), today, delegation);
        if (!whole(shown, drafted) || !Reading.hashes(shown).equals(hashes)) {
            throw Revisions.illegal(Why.OTHER_HASH, Act.SIGN_REVISION, dossier);
        }
        Instant now = now();
        Revision signed =
                new Revision(
                        drafted.id(),
                        id,
                        drafted.matter(),
                        drafted.author(),
                        drafted.draftedAt(),
                        State.SIGNED,
                        signatory.id(),
                        now,
                        null,
                        new Signed(hashes, delegation),
                        drafted.hearing(),
                        drafted.given());
        revisions.write(dossier, signed, signatory, "SIGN");
        switch (signed.matter()) {
            case Rectification mended -> {
                permits.rectify(id, mended.after(), signatory.actor());
                mended.names().ifPresent(names -> decisions.mend(dossier, names));
            }
            // the decision is what was signed that day: this stands beside it
            case Erratum mended ->
                    mended.names().ifPresent(names -> decisions.mend(dossier, names));
            case Withdrawal withdrawal ->
                    permits.withdraw(id, withdrawal.ground(), signatory.actor());
            case Rejection(UUID appeal, _) ->
                    appeals.answer(appeal, Answer.Kind.REJECTED, signatory);
            case Explanation(UUID appeal, _, _) ->
                    appeals.answer(appeal, Answer.Kind.REASONS, signatory);
            case Reversal(UUID appeal, _, _) -> {
                // first: once it is answered, the authority above is nothing to the dossier
                if (dossier.stage() instanceof Stage.Decided) {
                    decisions.reopen(id, signatory);
                }
                appeals.answer(appeal, Answer.Kind.ACCEPTED, signatory);
            }
        }
        events.publishEvent(new RevisionSigned(id, revision, now));
    }

    /// Seals what was signed and gives it to the parties: an incremental update of those very
    /// bytes. Done again, nothing changes.
    void give(UUID id) {
        Revision signed = table.find(id).orElseThrow();
        Dossier dossier = dossiers.dossier(signed.dossier());
        List<Page> pages = readings.of(id, signed.by());
        if (signed.signed() == null || !Reading.hashes(pages).equals(signed.signed().sha256())) {
            throw new IllegalStateException("what would be sealed is not what was signed");
        }
        for (Page page : pages) {
            if (signed.paper(page.paper()).isEmpty()) {
                byte[] seen = documents.read(page.document(), HOUSE, dossier.id().subject());
                seal(signed, page.paper(), seen, dossier);
            }
        }
    }

    /// Tells the persons concerned what is held against the decision: renders it, seals it, and
    /// gives it to them. Done again, nothing changes.
    void notice(UUID id) {
        Revision drafted = table.find(id).orElseThrow();
        Dossier dossier = dossiers.dossier(drafted.dossier());
        if (!drafted.open()
                || drafted.paper(Paper.NOTICE).isPresent()
                || !(drafted.matter() instanceof Withdrawal withdrawal)) {
            return;
        }
        Account author = accounts.account(drafted.author()).orElseThrow();
        LocalDate day = days.of(dossier, drafted.draftedAt());
        Rendered rendered = deeds.notice(dossier, withdrawal, Hand.of(author, null, day));
        seal(drafted, Paper.NOTICE, rendered.bytes(), dossier);
    }

    private void seal(Revision signed, Paper paper, byte[] seen, Dossier dossier) {
        byte[] sealed = press.seal(seen, revisions.number(dossier));
        StoredDocument kept =
                documents.keep(
                        sealed,
                        RevisionDeeds.fileName(paper, signed, dossier),
                        "application/pdf",
                        HOUSE);
        transaction.executeWithoutResult(
                _ -> deliver(signed, new Given(paper, kept.id(), kept.sha256(), now())));
    }

    private void deliver(Revision signed, Given given) {
        table.give(signed.id(), given);
        journal.record(
                signed.dossier().subject(),
                HOUSE,
                "DELIVER",
                Map.of(
                        "revision", signed.id().toString(),
                        "deed", given.paper().name(),
                        "document", given.document().value().toString(),
                        "sha256", given.sha256()));
        if (given.paper() == Paper.NOTICE) {
            events.publishEvent(new HearingOpened(signed.dossier(), given.at()));
        } else if (table.find(signed.id()).filter(Revision::isGiven).isPresent()) {
            events.publishEvent(
                    new RevisionGiven(signed.dossier(), signed.matter().kind(), given.at()));
        }
    }

    private Optional<Delegation> delegation(
            Dossier dossier, Revision revision, Account signatory, LocalDate day) {
        return delegations.on(
                signatory.id(),
                revisions.office(dossier, revision.matter()),
                revision.matter().kind().delegated(),
                dossier.procedure(),
                day);
    }

    private Optional<Why> barred(
            Dossier dossier, Revision revision, Account signatory, Optional<Delegation> under) {
        if (revision.author().equals(signatory.id())) {
            return Optional.of(Why.SAME_PERSON);
        }
        if (under.isEmpty()) {
            return Optional.of(Why.NO_DELEGATION);
        }
        LocalDate today = days.today(dossier);
        if (!revision.ready(today, Days.asked(dossier))) {
            return Optional.of(Why.NOT_HEARD);
        }
        if (revision.matter() instanceof Erratum erratum
                && !wordings.of(dossier, revisions.of(dossier.id()))
                        .equals(Optional.of(erratum.before()))) {
            return Optional.of(Why.STALE); // the refusal is no more
        }
        return late(dossier, revision, today) ? Optional.of(Why.TOO_LATE) : Optional.empty();
    }

    private boolean late(Dossier dossier, Revision revision, LocalDate today) {
        return switch (revision.matter()) {
            case Rectification _, Erratum _, Rejection _, Reversal _, Explanation _ -> false;
            case Withdrawal withdrawal ->
                    procedures
                            .retraction()
                            .ground(withdrawal.ground())
                            .filter(
                                    ground ->
                                            Withdrawal.late(
                                                    ground,
                                                    days.decided(dossier),
                                                    today,
                                                    days.legal(dossier)))
                            .isPresent();
        };
    }

    /// A reading that was cut half-way is not one.
    private static boolean whole(List<Page> pages, Revision revision) {
        return pages.stream().map(Page::paper).toList().equals(revision.papers());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
