package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Limit;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Zone;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a signatory has to know of a prepared decision: where it departs from what was asked, and
/// which limits it keeps.
///
/// @param version of the procedure that the request follows
/// @param criteria the version whose criteria were applied
/// @param zone where what the office grants holds, unless it is limited
/// @param broken what it would be refused for, were it prepared today
public record ReviewView(
        Dossier dossier, Version version, Version criteria, Zone zone, List<Gap> broken) {

    static ReviewView of(Seen seen, Office office, Decisions decisions) {
        return new ReviewView(
                seen.dossier(),
                seen.version(),
                decisions.criteria(seen.dossier()),
                Zone.of(office.seat()),
                decisions.faults(seen.dossier(), office));
    }

    private static final String NOTHING = "–";

    public ReviewView {
        broken = List.copyOf(broken);
    }

    /// One thing that was asked for, and what is granted of it.
    ///
    /// @param label key of its name
    public record Term(String label, String asked, String granted, boolean differs) {}

    /// Term by term, what was asked and what is granted; nothing of a refusal.
    public List<Term> terms(Shell shell) {
        return granted().map(granted -> terms(granted, shell)).orElse(List.of());
    }

    private List<Term> terms(Decision.Granted granted, Shell shell) {
        Names names = Names.of(dossier.answers());
        List<Term> terms = new ArrayList<>();
        Collections.addAll(
                terms,
                day("deed.from", Known.CONTRACT_START, granted.from(), shell),
                day("deed.until", Known.CONTRACT_END, granted.until(), shell),
                hours(granted.hours(), shell),
                text("deed.job", shown(Known.JOB, shell), granted.job()),
                text(
                        "deed.contract",
                        shown(Known.CONTRACT_KIND, shell),
                        shown(Known.CONTRACT_KIND, shell)),
                text("deed.employer", orNothing(names.employer()), granted.employer()),
                text(
                        "deed.siret",
                        orNothing(names.employerSiret()),
                        orNothing(granted.employerSiret())));
        if (granted.extent() != null) {
            terms.add(pay(granted.extent().pay(), shell));
            terms.add(text("deed.zone", said(zone, shell), said(granted.extent().zone(), shell)));
        }
        return terms;
    }

    private static String said(Zone zone, Shell shell) {
        return shell.say(zone.key(), zone.written());
    }

    private Term pay(Amount granted, Shell shell) {
        Object asked = value(Known.PAY);
        return new Term(
                "deed.pay",
                shown(Known.PAY, shell),
                FieldType.Money.written(granted, shell.locale()),
                asked == null || !granted.equals(FieldType.Money.amount(asked)));
    }

    /// The conditions that it is granted under.
    public List<Statement> conditions() {
        List<String> ids = extent().map(Extent::conditions).orElse(List.of());
        return criteria.statements(Statement.Topic.CONDITION).stream()
                .filter(condition -> ids.contains(condition.id()))
                .toList();
    }

    /// The one that the caseworker wrote; empty when there is none.
    public String further() {
        return extent().map(Extent::further).orElse("");
    }

    private Optional<Extent> extent() {
        return granted().flatMap(granted -> Optional.ofNullable(granted.extent()));
    }

    private Term day(String label, Known known, LocalDate granted, Shell shell) {
        Object asked = value(known);
        return new Term(
                label,
                asked == null ? NOTHING : shell.day(LocalDate.parse(asked.toString())),
                shell.day(granted),
                !granted.toString().equals(String.valueOf(asked)));
    }

    private Term hours(Amount granted, Shell shell) {
        Object asked = value(Known.WORKING_HOURS);
        Map<String, Object> kept =
                Map.of("minutes", granted.minutes(), "per", granted.per().name());
        return new Term(
                "deed.hours",
                shown(Known.WORKING_HOURS, shell),
                field(Known.WORKING_HOURS)
                        .map(field -> field.display(kept, shell.locale()))
                        .orElse(""),
                asked == null || !same(FieldType.Hours.amount(asked), granted));
    }

    private static boolean same(Amount one, Amount other) {
        return one.minutes() == other.minutes() && one.per() == other.per();
    }

    private static Term text(String label, String asked, String granted) {
        return new Term(label, asked, granted, !asked.equals(granted));
    }

    /// The limits that it was checked against, and those that it only tells.
    public List<Limit> limits(boolean checked) {
        return criteria.limits(dossier.values()).stream()
                .filter(limit -> checked == (limit.must() != null))
                .toList();
    }

    public boolean kept(Limit limit) {
        return broken.stream().noneMatch(gap -> gap.id().equals(limit.id()));
    }

    /// The grounds of a refusal.
    public List<Reason> reasons() {
        return dossier.prepared().orElseThrow().decision() instanceof Decision.Refused refused
                ? refused.reasons().stream().flatMap(id -> criteria.reason(id).stream()).toList()
                : List.of();
    }

    public boolean grants() {
        return granted().isPresent();
    }

    private Optional<Decision.Granted> granted() {
        return dossier.prepared().orElseThrow().decision() instanceof Decision.Granted granted
                ? Optional.of(granted)
                : Optional.empty();
    }

    private String shown(Known known, Shell shell) {
        return field(known).map(field -> field.display(value(known), shell.locale())).orElse("");
    }

    private Optional<Field> field(Known known) {
        return version.field(known.field());
    }

    private @Nullable Object value(Known known) {
        return dossier.answers().values().get(known.field());
    }

    private static String orNothing(@Nullable String text) {
        return text == null ? NOTHING : text;
    }
}
