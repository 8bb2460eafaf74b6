package fr.gouv.workinfrance.notification;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Lapse;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.mail.Enclosure;
import fr.gouv.workinfrance.notification.Notice.Kind;
import fr.gouv.workinfrance.procedure.TimeLimit;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Says what is to be told of what happened, to whom, and by which letter.
@Component
class Herald {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Dossiers dossiers;
    private final Audience audience;
    private final Documents documents;
    private final Messages messages;
    private final PartyNews people;
    private final AppealNews appeals;

    Herald(
            Dossiers dossiers,
            Audience audience,
            Documents documents,
            Messages messages,
            PartyNews people,
            AppealNews appeals) {
        this.dossiers = dossiers;
        this.audience = audience;
        this.documents = documents;
        this.messages = messages;
        this.people = people;
        this.appeals = appeals;
    }

    List<News> news(Dossier dossier, Happening happening) {
        Instant at = happening.at();
        return switch (happening.kind()) {
            case NAMED -> List.of(named(dossier, at));
            case ACKNOWLEDGMENT -> List.of(acknowledged(dossier));
            case COMPLETENESS -> List.of(complete(dossier));
            case DECISION, AUTHORIZATION, NAMED_DECIDED -> decided(dossier);
            case ACQUIRED,
                    RECTIFIED,
                    REFUSAL_RECTIFIED,
                    WITHDRAWAL_NOTICE,
                    WITHDRAWAL_ABANDONED,
                    PERMIT_WITHDRAWN,
                    REFUSAL_WITHDRAWN ->
                    List.of(revised(audience.parties(dossier), at, happening.kind()));
            case OBSERVED ->
                    List.of(
                            revised(
                                    audience.service(dossier).stream().toList(),
                                    at,
                                    happening.kind()));
            case APPEAL_REJECTED, REASONS_GIVEN -> appeals.answered(dossier, at, happening.kind());
            case SILENCE -> List.of(silent(dossier, at));
            case CONTESTED -> List.of(people.contested(dossier, at, Kind.CONTESTED, "contested"));
            case RETRACTED -> List.of(people.contested(dossier, at, Kind.RETRACTED, "retracted"));
            case JOINED -> people.joined(dossier, at, requireNonNull(happening.who()));
            case UNANSWERED ->
                    List.of(people.unanswered(dossier, at, requireNonNull(happening.who())));
            case LEFT -> List.of(people.left(dossier, at, requireNonNull(happening.who())));
            case REPLACED -> List.of(people.replaced(at, requireNonNull(happening.who())));
            case WITHDRAWN -> List.of(withdrawn(dossier, at));
            case FORWARDED -> List.of(forwarded(dossier, at));
            case REORGANISED ->
                    List.of(
                            News.once(
                                    Kind.REORGANISED,
                                    at,
                                    audience.parties(dossier),
                                    "reorganised",
                                    Map.of("at", at)));
            case MANDATE_ENDED -> List.of(mandateEnded(dossier, at));
            case CORRECTIONS_ASKED ->
                    asked(dossier, at, Kind.CORRECTIONS_ASKED, "corrections-asked");
            case CORRECTIONS_DUE -> asked(dossier, at, Kind.CORRECTIONS_DUE, "corrections-due");
            case CORRECTIONS_RETURNED -> List.of(returned(dossier, at));
            case MESSAGE -> written(dossier, at);
            case APPEAL_RECEIVED -> appeals.received(dossier, at);
            case APPEAL_DUE -> appeals.due(dossier, at);
            case APPEAL_SILENT -> appeals.silent(dossier, at);
            case INFECTED -> List.of(infected(dossier, at, requireNonNull(happening.who())));
            case DRAFT_ENDING -> ending(dossier, at);
            case DRAFT_DELETED, HANDED_OVER -> List.of(); // told as they happen
        };
    }

    private News named(Dossier dossier, Instant at) {
        return new News(Kind.NAMED, at, audience.named(dossier), "named", Map.of("at", at));
    }

    private News acknowledged(Dossier dossier) {
        IssuedDeed deed = dossier.deed(IssuedDeed.Kind.ACKNOWLEDGMENT).orElseThrow();
        Map<String, Object> said = new HashMap<>();
        dossier.deposit().map(Stage.Deposit::at).ifPresent(at -> said.put("at", at));
        said.put("silence", timeLimit(dossier).silence());
        // no date is told any more once the clock has stopped
        Optional.ofNullable(dossier.clock())
                .flatMap(LegalClock::limit)
                .ifPresent(limit -> said.put("limit", limit));
        return new News(
                        Kind.ACKNOWLEDGMENT,
                        deed.at(),
                        audience.parties(dossier),
                        "deposited",
                        said)
                .enclosing(enclosure(deed));
    }

    private News complete(Dossier dossier) {
        Instant at = dossier.deed(IssuedDeed.Kind.COMPLETENESS).orElseThrow().at();
        return new News(
                Kind.COMPLETENESS, at, audience.parties(dossier), "complete", Map.of("at", at));
    }

    /// Told once all that was signed can be read: of a decision and of its authorization by one
    /// letter, which does not say what was decided.
    private List<News> decided(Dossier dossier) {
        Optional<IssuedDeed> decision = dossier.deed(IssuedDeed.Kind.DECISION);
        Optional<IssuedDeed> authorization = dossier.deed(IssuedDeed.Kind.AUTHORIZATION);
        boolean granted =
                dossier.prepared()
                        .filter(prepared -> prepared.decision() instanceof Decision.Granted)
                        .isPresent();
        if (decision.isEmpty() || (granted && authorization.isEmpty())) {
            return List.of();
        }
        List<Addressee> parties = audience.parties(dossier);
        // one that comes after a refusal was withdrawn is told again
        long given =
                dossier.deeds().stream()
                        .filter(deed -> deed.kind() == IssuedDeed.Kind.DECISION)
                        .count();
        String occasion = given == 1 ? Kind.DECISION.name() : Kind.DECISION + "/" + given;
        Stream<News> told =
                Stream.concat(decision.stream(), authorization.stream())
                        .map(
                                deed ->
                                        new News(
                                                        Kind.of(deed.kind()),
                                                        deed.at(),
                                                        parties,
                                                        "decided",
                                                        Map.of())
                                                .on(occasion));
        News announced =
                new News(
                        Kind.NAMED_DECIDED,
                        decision.get().at(),
                        audience.named(dossier),
                        "named-decided",
                        Map.of());
        return Stream.concat(told, Stream.of(announced)).toList();
    }

    /// Of an act about the decision a letter says the kind; what it says is read on the page.
    private static News revised(List<Addressee> to, Instant at, Kind kind) {
        return News.once(kind, at, to, "revised", Map.of("what", kind.name()));
    }

    private News silent(Dossier dossier, Instant at) {
        ClockLine reached =
                Optional.ofNullable(dossier.clock()).stream()
                        .flatMap(clock -> clock.lines().stream())
                        .filter(line -> line.kind() == ClockLine.Kind.REACHED)
                        .reduce((_, last) -> last)
                        .orElseThrow();
        TimeLimit limit = timeLimit(dossier);
        return new News(
                Kind.SILENCE,
                at,
                audience.parties(dossier),
                "silence",
                Map.of(
                        "day", reached.day(),
                        "silence", limit.silence(),
                        "statement", limit.silenceStatement()));
    }

    private News withdrawn(Dossier dossier, Instant at) {
        return new News(
                Kind.WITHDRAWN,
                at,
                Stream.concat(
                                audience.parties(dossier).stream(),
                                audience.service(dossier).stream())
                        .toList(),
                "withdrawn",
                Map.of("at", at));
    }

    /// Each time, to its parties and to the office that has it now.
    private News forwarded(Dossier dossier, Instant at) {
        Map<String, Object> said = new HashMap<>();
        said.put("at", at);
        Optional.ofNullable(dossier.clock())
                .flatMap(LegalClock::limit)
                .ifPresent(limit -> said.put("limit", limit));
        return News.once(
                Kind.FORWARDED,
                at,
                Stream.concat(
                                audience.parties(dossier).stream(),
                                audience.service(dossier).stream())
                        .toList(),
                "forwarded",
                said);
    }

    private News mandateEnded(Dossier dossier, Instant at) {
        return new News(
                        Kind.MANDATE_ENDED,
                        at,
                        Stream.concat(
                                        audience.besideMandate(dossier).stream(),
                                        audience.service(dossier).stream())
                                .toList(),
                        "mandate-ended",
                        Map.of("at", at))
                .on(Kind.MANDATE_ENDED + "/" + at.atZone(PARIS).toLocalDate());
    }

    /// To those who have something to mend and to whoever files, while it is not sent.
    private List<News> asked(Dossier dossier, Instant at, Kind kind, String template) {
        return dossier.pendingCorrection().stream()
                .map(
                        correction ->
                                new News(
                                                kind,
                                                at,
                                                audience.mending(dossier, correction.awaited()),
                                                template,
                                                Map.of(
                                                        "by", correction.answerBy(),
                                                        "lines", correction.waiting().size(),
                                                        "suspends", correction.suspends()))
                                        .about(correction.number()))
                .toList();
    }

    /// At most once a day, but for each part that answers a request for corrections.
    private News returned(Dossier dossier, Instant at) {
        int answered = dossier.course().corrections().stream().mapToInt(c -> c.sent().size()).sum();
        News sent =
                new News(
                        Kind.CORRECTIONS_RETURNED,
                        at,
                        Stream.concat(
                                        audience.parties(dossier).stream(),
                                        audience.service(dossier).stream())
                                .toList(),
                        "corrections-returned",
                        Map.of("at", at, "waits", dossier.pendingCorrection().isPresent()));
        return (answered == 0 ? sent : sent.about(answered))
                .on("%s/%d/%s".formatted(sent.kind(), answered, at.atZone(PARIS).toLocalDate()));
    }

    /// To those for whom it is; a letter says that there is one, and nothing of it.
    private List<News> written(Dossier dossier, Instant at) {
        return messages.of(dossier.id()).stream()
                .filter(message -> message.at().equals(at))
                .map(
                        message ->
                                message.byOffice()
                                        ? audience.holding(dossier, message.to())
                                        : audience.service(dossier).stream().toList())
                .map(to -> News.once(Kind.MESSAGE, at, to, "message", Map.of("at", at)))
                .toList();
    }

    /// To who gave the document and to whoever files, at most once a day: the page says which ones.
    private News infected(Dossier dossier, Instant at, Happening.Who who) {
        return new News(
                        Kind.INFECTED,
                        at,
                        Stream.concat(
                                        audience.one(dossier, who.account()).stream(),
                                        audience.filer(dossier).stream())
                                .distinct()
                                .toList(),
                        "infected",
                        Map.of("at", at, "deposited", dossier.deposit().isPresent()))
                .on(Kind.INFECTED + "/" + at.atZone(PARIS).toLocalDate());
    }

    /// Told again when the end comes near again; not at all when someone has touched the draft, or
    /// deposited it, since its end came near.
    private List<News> ending(Dossier dossier, Instant at) {
        if (!(dossier.stage() instanceof Stage.Draft) || dossier.touchedAt().isAfter(at)) {
            return List.of();
        }
        return List.of(
                new News(
                                Kind.DRAFT_ENDING,
                                at,
                                audience.parties(dossier),
                                "draft-ending",
                                Map.of("last", Lapse.of(dossier).last()))
                        .on(Kind.DRAFT_ENDING + "/" + at.atZone(PARIS).toLocalDate()));
    }

    private Enclosure enclosure(IssuedDeed deed) {
        return Enclosure.of(documents.find(deed.document()).orElseThrow());
    }

    private TimeLimit timeLimit(Dossier dossier) {
        return dossiers.version(dossier).timeLimit();
    }
}
