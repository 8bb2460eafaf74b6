package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.opinion.Opinion.Awaited;
import fr.gouv.workinfrance.opinion.Opinion.Ended;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinion.Tacit;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.procedure.body.Inquiry.Silence;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;

/// An opinion asked of a service about a dossier.
///
/// @param number within the dossier, from 1
/// @param rule the rule of the procedure that asked it; absent when a person did
/// @param parent the consultation whose service asked it in its turn; absent when the office did
/// @param question what was asked beside the question of the catalogue; empty for nothing
/// @param due the last day to answer, where the service sits
/// @param taker the member of the service who sees to it
/// @param communicable whether the parties read it, once it is given
/// @param version goes up with each change
public record Consultation(
        UUID id,
        DossierId dossier,
        Reference reference,
        String procedure,
        int number,
        @Nullable String rule,
        @Nullable UUID parent,
        String body,
        String inquiry,
        String office,
        Instant askedAt,
        @Nullable UUID askedBy,
        String question,
        LocalDate due,
        @Nullable UUID taker,
        @Nullable Extension extension,
        Opinion opinion,
        boolean communicable,
        int version) {

    /// Whether it still waits for an answer.
    public boolean pending() {
        return opinion instanceof Awaited;
    }

    /// Whether an answer is still taken: one that comes after its day is worth reading.
    public boolean open() {
        return opinion instanceof Awaited || opinion instanceof Tacit;
    }

    /// Whether its day has passed without an answer.
    public boolean late(LocalDate today) {
        return pending() && today.isAfter(due);
    }

    /// Whether nothing may be decided without it yet. What a service asked of another blocks
    /// nobody: its own answer is what counts.
    public boolean blocks(Inquiry asked, LocalDate today) {
        return parent == null
                && pending()
                && asked.compulsory()
                && (asked.silence() == Silence.WAITED || !late(today));
    }

    /// Whether a decision that grants, or refuses, goes against it.
    public boolean contradicts(boolean granted) {
        return switch (opinion) {
            case Given given -> given.verdict().contradicts(granted);
            case Tacit(Silence meaning, _) -> meaning == Silence.FAVOURABLE && !granted;
            case Awaited _, Ended _ -> false;
        };
    }

    /// Whether more time may be asked for: it waits, its day has not passed, the catalogue allows
    /// some, and none was asked for before.
    public boolean extensible(Inquiry asked, LocalDate today) {
        return pending() && !late(today) && asked.extension() > 0 && extension == null;
    }

    /// Whether the office has to say yes or no to more time.
    public boolean extensionAsked() {
        return extension != null && extension.state() == Extension.State.ASKED && pending();
    }

    Consultation taken(@Nullable UUID member) {
        return with(due, member, extension, opinion, communicable);
    }

    Consultation extend(Extension asked) {
        return with(due, taker, asked, opinion, communicable);
    }

    Consultation settle(boolean granted) {
        Extension settled = Objects.requireNonNull(extension).settled(granted);
        return with(granted ? settled.until() : due, taker, settled, opinion, communicable);
    }

    Consultation give(Given given) {
        return with(due, taker, extension, given, communicable);
    }

    Consultation end(Ended ended) {
        return with(due, taker, extension, ended, communicable);
    }

    Consultation communicate(boolean to) {
        return with(due, taker, extension, opinion, to);
    }

    /// Once the passing of time has been looked at; the very same when nothing happened.
    Consultation look(Silence meaning, LocalDate today) {
        if (!late(today) || (opinion instanceof Awaited(LocalDate since) && since != null)) {
            return this;
        }
        return with(
                due,
                taker,
                extension,
                meaning == Silence.WAITED ? new Awaited(today) : new Tacit(meaning, today),
                communicable);
    }

    private Consultation with(
            LocalDate day,
            @Nullable UUID member,
            @Nullable Extension more,
            Opinion became,
            boolean told) {
        return new Consultation(
                id,
                dossier,
                reference,
                procedure,
                number,
                rule,
                parent,
                body,
                inquiry,
                office,
                askedAt,
                askedBy,
                question,
                day,
                member,
                more,
                became,
                told,
                version + 1);
    }
}
