package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Stage.Decided;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Appeal.Reply;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.Statement;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/// What the house writes about appeals, in French, the language of the administration (L111-1
/// CRPA).
@Component
class AppealDeeds {

    private final Deeds deeds;
    private final Dossiers dossiers;
    private final Offices offices;
    private final MessageSource words;

    AppealDeeds(Deeds deeds, Dossiers dossiers, Offices offices, MessageSource words) {
        this.deeds = deeds;
        this.dossiers = dossiers;
        this.offices = offices;
        this.words = words;
    }

    /// With all that R112-11-1 CRPA asks: the date of receipt; the service, its addresses and its
    /// telephone; what silence will mean and when; and, since it is a rejection, how to go on.
    Rendered acknowledgment(Recourse one, Dossier dossier) {
        Office deciding = offices.office(dossier.office().orElseThrow()).orElseThrow();
        Office office = offices.office(one.office()).orElseThrow();
        ZoneId zone = offices.days(deciding).zone().id();
        List<Appeal> all = dossiers.version(dossier).appeals();
        Appeal way =
                all.stream().filter(each -> each.id().equals(one.way())).findFirst().orElseThrow();
        String received = WrittenDate.of(one.at().atZone(zone), Locale.FRENCH);
        List<Passage> passages = new ArrayList<>();
        passages.add(
                Passage.stating(
                        say("deed.appeal.received"),
                        List.of(
                                fact("deed.appeal.what", way.name().in(Locale.FRENCH)),
                                fact("deed.received", received),
                                fact("deed.appeal.as", say("deed.appeal.as." + one.from())),
                                fact("deed.appeal.against", against(one.refusal(), dossier, zone)),
                                fact("deed.reference.label", dossier.reference().value()),
                                fact("deed.worker", orDash(names(dossier).worker())),
                                fact("deed.employer", orDash(names(dossier).employer())),
                                fact(
                                        "deed.appeal.documents",
                                        String.valueOf(one.documents().size())))));
        passages.add(
                Passage.stating(
                        say("deed.acknowledgment.service"),
                        List.of(
                                fact("deed.service", office.name()),
                                fact("deed.address", office.address()),
                                fact("deed.email", office.email()),
                                fact("deed.phone", office.phone()))));
        passages.add(silence(one, way));
        passages.add(
                new Passage(
                        say("deed.appeal.court"),
                        all.stream()
                                .filter(each -> !each.here())
                                .map(each -> cited(each.statement()))
                                .toList(),
                        List.of()));
        Map<String, Object> model = new HashMap<>();
        model.put("issuer", List.of(office.name(), office.address()));
        model.put("reference", dossier.reference().value());
        model.put("dated", received);
        model.put("passages", passages);
        model.put("notice", say("deed.appeal.notice"));
        return deeds.render("letter", model, Locale.FRENCH, say("deed.appeal.title"));
    }

    private Passage silence(Recourse one, Appeal way) {
        Reply reply = Objects.requireNonNull(way.reply());
        return Passage.of(
                say("deed.appeal.silence"),
                say(
                        "deed.appeal.silence." + one.silence(),
                        WrittenDate.of(one.limit(), Locale.FRENCH)),
                cited(reply.statement()));
    }

    private String against(Refusal refusal, Dossier dossier, ZoneId zone) {
        return refusal.day()
                .map(day -> say("deed.appeal.against.silence", WrittenDate.of(day, Locale.FRENCH)))
                .orElseGet(
                        () ->
                                dossier.stage() instanceof Decided(_, _, var prepared, var signed)
                                        ? say(
                                                "deed.appeal.against.decision",
                                                prepared.number().value(),
                                                WrittenDate.of(
                                                        signed.at().atZone(zone).toLocalDate(),
                                                        Locale.FRENCH))
                                        : say("deed.appeal.against.earlier"));
    }

    private static String cited(Statement statement) {
        return "%s (%s)"
                .formatted(
                        statement.words().in(Locale.FRENCH),
                        statement.law().stream()
                                .map(LegalSource::article)
                                .collect(Collectors.joining(", ")));
    }

    private static Names names(Dossier dossier) {
        return Names.of(dossier.answers());
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    private static String orDash(@Nullable String value) {
        return value == null ? "–" : value;
    }
}
