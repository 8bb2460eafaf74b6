package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.PermitStatus.Line;
import fr.gouv.workinfrance.permit.PermitTable.Followed;
import fr.gouv.workinfrance.reference.PartialDate;

import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/// Issues authorizations, and answers whoever checks one.
@Component
public class Permits {

    private static final int CHECKS = 20;
    private static final Duration WINDOW = Duration.ofMinutes(10);

    private final PermitTable table;
    private final Limits limits;
    private final Journal journal;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    Permits(
            PermitTable table,
            Limits limits,
            Journal journal,
            ApplicationEventPublisher events,
            Clock clock) {
        this.table = table;
        this.limits = limits;
        this.journal = journal;
        this.events = events;
        this.clock = clock;
    }

    /// Issues the authorization that a signed decision grants; done again, or for a refusal,
    /// nothing changes.
    @Transactional
    public void issue(DossierId dossier) {
        if (table.issue(dossier.value())) {
            follow(dossier, Line.Kind.ISSUED, "", Actor.system("permit-issue"));
        }
    }

    /// Issues the authorization that silence gave; done again, nothing changes.
    ///
    /// @return false when there was one already
    @Transactional
    public boolean acquire(DossierId dossier, Acquisition acquired, Actor by) {
        boolean first = table.acquire(dossier.value(), acquired, clock.instant());
        if (first) {
            follow(dossier, Line.Kind.ISSUED, "", by);
        }
        return first;
    }

    /// Adds a line to the history of an authorization: it was suspended, withdrawn, replaced.
    @Transactional
    public void follow(DossierId dossier, Line.Kind kind, String reason, Actor by) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        table.follow(
                dossier.value(),
                new Line(kind, now, reason.isBlank() ? null : reason),
                by.kind() + ":" + by.id());
        journal.record(dossier.subject(), by, "PERMIT", Map.of("status", kind.name()));
    }

    /// Mends what an authorization says: its number and its code stay, and whoever checks it is
    /// told that it was mended.
    @Transactional
    public void rectify(DossierId dossier, Terms terms, Actor by) {
        issue(dossier);
        table.rectify(dossier.value(), terms, clock.instant().truncatedTo(ChronoUnit.MICROS));
        journal.record(dossier.subject(), by, "PERMIT", Map.of("status", "RECTIFIED"));
    }

    /// It is worth nothing any more, from now on.
    ///
    /// @param ground on which it was taken back
    @Transactional
    public void withdraw(DossierId dossier, String ground, Actor by) {
        issue(dossier);
        follow(dossier, Line.Kind.WITHDRAWN, ground, by);
        events.publishEvent(new PermitWithdrawn(dossier, clock.instant()));
    }

    /// The authorization a dossier led to, and what it is worth today.
    @Transactional(readOnly = true)
    public Optional<Verification.Genuine> of(DossierId dossier) {
        return table.byDossier(dossier.value()).map(this::genuine);
    }

    /// What the authorization of a dossier says today, clerical errors mended; empty when there is
    /// none.
    @Transactional(readOnly = true)
    public Optional<Terms> terms(DossierId dossier) {
        return table.byDossier(dossier.value()).map(followed -> followed.permit().terms());
    }

    /// Checks the code of a QR code.
    ///
    /// @param from where it is asked from: attempts are counted by it, across nodes
    public Verification verify(String code, String from) {
        if (!limits.allow("verify:" + from, CHECKS, WINDOW)) {
            return new Verification.TooMany();
        }
        return answer(table.byCode(code.strip().toLowerCase(Locale.ROOT)));
    }

    /// Checks a number with the birth date of the holder.
    public Verification verify(String number, PartialDate birth, String from) {
        if (!limits.allow("verify:" + from, CHECKS, WINDOW)) {
            return new Verification.TooMany();
        }
        String read = Reference.read(number).map(Reference::value).orElse("");
        return answer(table.byNumber(read, birth.iso()));
    }

    private Verification answer(Optional<Followed> found) {
        return found.isPresent() ? genuine(found.get()) : new Verification.Unknown(clock.instant());
    }

    private Verification.Genuine genuine(Followed followed) {
        Permit permit = followed.permit();
        LocalDate today = clock.instant().atZone(HolidayZone.METROPOLE.id()).toLocalDate();
        return new Verification.Genuine(
                PermitStatus.of(permit.from(), permit.until(), followed.last(), today),
                permit.extract(),
                clock.instant());
    }
}
