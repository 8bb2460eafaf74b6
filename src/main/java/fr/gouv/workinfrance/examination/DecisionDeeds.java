package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/// Writes the decision and the authorization, with the name, the capacity and the service of who
/// will sign (L212-1 CRPA), the reasons in law and in fact (L211-5), and the routes of appeal.
@Component
class DecisionDeeds {

    private final Procedures procedures;
    private final Bearings bearings;
    private final Deeds deeds;
    private final MessageSource words;

    DecisionDeeds(Procedures procedures, Bearings bearings, Deeds deeds, MessageSource words) {
        this.procedures = procedures;
        this.bearings = bearings;
        this.deeds = deeds;
        this.words = words;
    }

    Rendered render(IssuedDeed.Kind kind, Dossier dossier, Hand hand) {
        return render(kind, dossier, bearings.of(dossier, hand));
    }

    /// The same before it is prepared: its number is not drawn, and nobody has signed it.
    Rendered project(IssuedDeed.Kind kind, Dossier foreseen, LocalDate day) {
        return render(kind, foreseen, bearings.unnumbered(foreseen, Hand.project(day)));
    }

    /// Whose criteria were applied or, before anything is decided, that the request follows.
    Version version(Dossier dossier) {
        return procedures.version(
                dossier.procedure(),
                dossier.prepared().map(Prepared::criteria).orElseGet(dossier::procedureVersion));
    }

    private Rendered render(IssuedDeed.Kind kind, Dossier dossier, Bearing bearing) {
        Version version = version(dossier);
        Names names = Names.of(dossier.answers());
        return switch (dossier.prepared().orElseThrow().decision()) {
            case Decision.Granted granted when kind == IssuedDeed.Kind.AUTHORIZATION ->
                    authorization(
                            dossier,
                            granted,
                            orEmpty(names.worker()),
                            orEmpty(names.workerBirth()),
                            version,
                            bearing,
                            "");
            case Decision.Granted granted ->
                    letter(
                            dossier,
                            bearing,
                            names,
                            say("deed.decision.granted.title"),
                            granted(dossier, granted, bearing.number(), version),
                            version.routes());
            case Decision.Refused refused -> refusal(dossier, refused, names, bearing, List.of());
        };
    }

    /// @param mended what is said of what was mended in it; nothing of the decision itself
    Rendered refusal(
            Dossier dossier,
            Decision.Refused refused,
            Names names,
            Bearing bearing,
            List<Passage> mended) {
        Version version = version(dossier);
        List<Passage> passages = new ArrayList<>(mended);
        passages.addAll(refused(refused, version));
        return letter(
                dossier,
                bearing,
                names,
                say("deed.decision.refused.title"),
                passages,
                version.routes());
    }

    String fileName(IssuedDeed.Kind kind, Dossier dossier) {
        return "%s-%s.pdf"
                .formatted(
                        kind == IssuedDeed.Kind.AUTHORIZATION
                                ? "autorisation-de-travail"
                                : "decision",
                        dossier.reference());
    }

    Rendered letter(
            Dossier dossier,
            Bearing bearing,
            Names names,
            String title,
            List<Passage> decided,
            List<Appeal> routes) {
        List<Passage> passages = new ArrayList<>();
        passages.add(Passage.stating(say("deed.decision.request"), request(dossier, names)));
        passages.addAll(decided);
        if (!routes.isEmpty()) {
            passages.add(
                    new Passage(
                            say("deed.decision.appeals"),
                            routes.stream().map(Visa::appeal).toList(),
                            List.of()));
        }
        return deeds.render(
                "letter",
                bearing.with(
                        Map.of("reference", dossier.reference().value(), "passages", passages)),
                Locale.FRENCH,
                title);
    }

    private List<Fact> request(Dossier dossier, Names names) {
        return List.of(
                fact("deed.reference.label", dossier.reference().value()),
                fact("deed.procedure", procedures.name(dossier.procedure()).in(Locale.FRENCH)),
                fact("deed.worker", orEmpty(names.worker())),
                fact("deed.employer", orEmpty(names.employer())),
                fact("deed.siret", orNone(names.employerSiret())));
    }

    private List<Passage> granted(
            Dossier dossier, Decision.Granted granted, String number, Version version) {
        List<String> decided = new ArrayList<>();
        decided.add(say("deed.decision.granted", number));
        decided.add(say("deed.decision.law", Visa.of(version.grounds(dossier.values()))));
        decided.addAll(Visa.conditions(granted, version));
        return List.of(
                new Passage(
                        say("deed.decision.decides"),
                        decided,
                        employment(dossier, granted, version)));
    }

    private List<Passage> refused(Decision.Refused refused, Version version) {
        List<String> law = new ArrayList<>();
        law.add(say("deed.decision.law", Visa.of(refused, version)));
        law.addAll(Visa.reasons(refused, version));
        return List.of(
                new Passage(say("deed.decision.in-law"), law, List.of()),
                new Passage(
                        say("deed.decision.facts"),
                        refused.facts().lines().filter(line -> !line.isBlank()).toList(),
                        List.of()),
                Passage.of(say("deed.decision.decides"), say("deed.decision.refused")));
    }

    Rendered authorization(
            Dossier dossier,
            Decision.Granted granted,
            String holder,
            String birth,
            Version version,
            Bearing bearing,
            String mended) {
        return deeds.render(
                "authorization",
                bearing.with(
                        Map.of(
                                "number", bearing.number(),
                                "mended", mended,
                                "holder",
                                        List.of(
                                                fact(
                                                        "deed.procedure",
                                                        procedures
                                                                .name(dossier.procedure())
                                                                .in(Locale.FRENCH)),
                                                fact("deed.worker", holder),
                                                fact(
                                                        "deed.birth",
                                                        new FieldType.PartialDay()
                                                                .display(birth, Locale.FRENCH)),
                                                fact(
                                                        "deed.nationality",
                                                        shown(
                                                                version,
                                                                dossier,
                                                                Known.WORKER_NATIONALITY))),
                                "employment", employment(dossier, granted, version),
                                "limits",
                                        Stream.concat(
                                                        Visa.conditions(granted, version).stream(),
                                                        version.limits(dossier.values()).stream()
                                                                .map(
                                                                        limit ->
                                                                                limit.statement()
                                                                                        .words()
                                                                                        .in(
                                                                                                Locale
                                                                                                        .FRENCH)))
                                                .toList(),
                                "checkAddress", bearings.check(),
                                "qr", Deeds.qr(bearing.check()))),
                Locale.FRENCH,
                say("deed.authorization.title"));
    }

    private List<Fact> employment(Dossier dossier, Decision.Granted granted, Version version) {
        List<Fact> facts = new ArrayList<>();
        Collections.addAll(
                facts,
                fact("deed.employer", granted.employer()),
                fact("deed.siret", orNone(granted.employerSiret())),
                fact("deed.job", granted.job()),
                fact("deed.contract", shown(version, dossier, Known.CONTRACT_KIND)),
                fact(
                        "deed.hours",
                        say(
                                "deed.hours." + granted.hours().per().name(),
                                granted.hours().written())),
                fact("deed.from", WrittenDate.of(granted.from(), Locale.FRENCH)),
                fact("deed.until", WrittenDate.of(granted.until(), Locale.FRENCH)));
        Extent extent = granted.extent();
        if (extent != null) {
            facts.add(fact("deed.pay", FieldType.Money.written(extent.pay(), Locale.FRENCH)));
            facts.add(fact("deed.zone", say(extent.zone().key(), extent.zone().written())));
        }
        return facts;
    }

    /// A private person, or a body that no register knows yet, employs without a SIRET.
    private String orNone(@Nullable String siret) {
        return siret == null ? say("deed.siret.none") : siret;
    }

    private static String shown(Version version, Dossier dossier, Known known) {
        return version.field(known.field())
                .map(
                        field ->
                                field.display(
                                        dossier.answers().values().get(known.field()),
                                        Locale.FRENCH))
                .orElse("");
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    private static String orEmpty(@Nullable String value) {
        return value == null ? "" : value;
    }
}
