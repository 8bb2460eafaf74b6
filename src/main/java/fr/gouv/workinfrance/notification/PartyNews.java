package fr.gouv.workinfrance.notification;

import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Party;
import fr.gouv.workinfrance.notification.Notice.Kind;

import org.springframework.stereotype.Component;

import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Says what is to be told of parties who come in, go, or deny what is said in their name.
@Component
class PartyNews {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");

    private final Audience audience;

    PartyNews(Audience audience) {
        this.audience = audience;
    }

    /// At most once a day, however often it is said again.
    News contested(Dossier dossier, Instant at, Kind kind, String template) {
        return new News(
                        kind,
                        at,
                        Stream.concat(
                                        audience.allButWorker(dossier).stream(),
                                        audience.service(dossier).stream())
                                .toList(),
                        template,
                        Map.of("at", at))
                .on(kind + "/" + at.atZone(PARIS).toLocalDate());
    }

    /// Who comes in after the deposit is told by one letter of all that was given before, without
    /// what was decided, and of what is expected of him.
    List<News> joined(Dossier dossier, Instant at, Happening.Who who) {
        List<Addressee> to = audience.one(dossier, who.account());
        if (dossier.deposit().filter(deposit -> at.isAfter(deposit.at())).isEmpty()) {
            return List.of();
        }
        boolean silent =
                dossier.parties().stream()
                        .filter(party -> party.account().equals(who.account()))
                        .anyMatch(Party::silent);
        Map<String, Object> said =
                Map.of(
                        "deeds",
                        dossier.deeds().stream()
                                .map(IssuedDeed::kind)
                                .filter(kind -> kind != IssuedDeed.Kind.AUTHORIZATION)
                                .map(IssuedDeed.Kind::name)
                                .toList(),
                        "silent",
                        silent);
        return Stream.concat(
                        Stream.of(News.once(Kind.JOINED, at, to, "joined", said)),
                        dossier.deeds().stream()
                                .map(
                                        deed ->
                                                new News(
                                                                Kind.of(deed.kind()),
                                                                deed.at(),
                                                                to,
                                                                "joined",
                                                                said)
                                                        .on(Kind.JOINED + "/" + at)))
                .toList();
    }

    News unanswered(Dossier dossier, Instant at, Happening.Who who) {
        return News.once(
                Kind.UNANSWERED,
                at,
                audience.one(dossier, who.account()),
                "unanswered",
                Map.of("part", who.part()));
    }

    News left(Dossier dossier, Instant at, Happening.Who who) {
        return News.once(
                Kind.LEFT,
                at,
                audience.filer(dossier),
                "left",
                Map.of("at", at, "part", who.part()));
    }

    News replaced(Instant at, Happening.Who who) {
        return News.once(Kind.REPLACED, at, audience.gone(who), "replaced", Map.of("at", at));
    }
}
