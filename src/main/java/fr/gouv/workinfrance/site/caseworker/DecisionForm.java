package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.dossier.Answers;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Reason;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Territories;
import fr.gouv.workinfrance.reference.Zone;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A decision being prepared, as it is typed. The employer and the job are those of the request:
/// others would need another request.
///
/// @param grants whether it grants; otherwise it refuses
/// @param from first day, as typed
/// @param until last day, as typed
/// @param hours with their period, as typed
/// @param pay gross, with its period, as typed
/// @param land where it holds, as chosen
/// @param departments codes of the only ones, as typed; empty for the whole land
/// @param conditions ids of those that were ticked
/// @param further one more condition
/// @param reasons ids of the grounds of refusal that were ticked
/// @param wordings what was made of the ready wording of each ground, by its id
/// @param facts the considerations of fact
public record DecisionForm(
        boolean grants,
        String from,
        String until,
        String hours,
        String pay,
        String land,
        String departments,
        List<String> conditions,
        String further,
        List<String> reasons,
        Map<String, String> wordings,
        String facts) {

    private static final String WORDING = "wording-";
    private static final Pattern BETWEEN_CODES = Pattern.compile("[\\s,;]+");

    public DecisionForm {
        conditions = List.copyOf(conditions);
        reasons = List.copyOf(reasons);
        wordings = Map.copyOf(wordings);
    }

    /// What was made of the grounds, by id, among all that was typed.
    static Map<String, String> wordings(Map<String, String> typed) {
        Map<String, String> wordings = new HashMap<>();
        typed.forEach(
                (name, text) -> {
                    if (name.startsWith(WORDING)) {
                        wordings.put(name.substring(WORDING.length()), text.strip());
                    }
                });
        return wordings;
    }

    /// The text of a ground, as it was left.
    public String wording(Reason reason) {
        String ready = reason.wording().in(Locale.FRENCH);
        String typed = wordings.getOrDefault(reason.id(), "");
        return typed.isEmpty() ? ready : typed;
    }

    /// Whether the ready wording of a ground was changed.
    public boolean changed(Reason reason) {
        // a browser sends its own ends of lines
        return !wording(reason)
                .replace("\r\n", "\n")
                .equals(reason.wording().in(Locale.FRENCH).strip());
    }

    /// What is wrong with a field, as the procedure says; empty when nothing is.
    public String fault(List<Gap> gaps, String field, Shell shell) {
        return gaps.stream()
                .filter(gap -> gap.id().equals(field))
                .findFirst()
                .map(gap -> shell.say(gap.messageKey(), gap.args(shell.locale())))
                .orElse("");
    }

    /// What is wrong with a field of what is granted: what could not be read of it, or the limit
    /// that it does not keep; empty when nothing is.
    public String fault(
            Map<String, Parsed.Wrong> wrong, List<Gap> gaps, String field, Shell shell) {
        Parsed.Wrong why = wrong.get(field);
        return why == null
                ? gaps.stream()
                        .filter(gap -> place(gap).equals(field))
                        .map(gap -> shell.say(gap.messageKey(), gap.args(shell.locale())))
                        .collect(Collectors.joining(" "))
                : shell.say(why.messageKey(), why.args().toArray());
    }

    /// The field that a gap is told beside.
    public String place(Gap gap) {
        return !grants || gap.field() == null
                ? gap.id()
                : switch (gap.field()) {
                    case "granted_start" -> "from";
                    case "granted_end" -> "until";
                    case "granted_hours" -> "hours";
                    case "granted_pay" -> "pay";
                    case "granted_zone" -> "land";
                    case String other -> other;
                };
    }

    /// What was read of it.
    sealed interface Read {

        record Understood(Decision decision) implements Read {}

        /// Nothing can be prepared of it.
        ///
        /// @param wrong what is wrong, by field
        record Wrong(Map<String, Parsed.Wrong> wrong) implements Read {}
    }

    /// What the request itself asks for, ready to be reduced.
    ///
    /// @param zone where what the office grants holds
    static DecisionForm asked(
            boolean grants, Dossier dossier, Version version, Zone zone, Locale locale) {
        return new DecisionForm(
                grants,
                shown(dossier, version, Known.CONTRACT_START, locale),
                shown(dossier, version, Known.CONTRACT_END, locale),
                shown(dossier, version, Known.WORKING_HOURS, locale),
                shown(dossier, version, Known.PAY, locale),
                zone.land(),
                "",
                List.of(),
                "",
                List.of(),
                Map.of(),
                "");
    }

    /// The decision that was sent back, ready to be mended: one that grants says what it grants,
    /// one that refuses why.
    DecisionForm again(Decision project, Version version, Locale locale) {
        return switch (project) {
            case Decision.Granted granted -> {
                Extent extent = granted.extent();
                Zone zone = extent == null ? null : extent.zone();
                yield new DecisionForm(
                        true,
                        shown(version, Known.CONTRACT_START, granted.from().toString(), locale),
                        shown(version, Known.CONTRACT_END, granted.until().toString(), locale),
                        shown(
                                version,
                                Known.WORKING_HOURS,
                                Map.of(
                                        "minutes", granted.hours().minutes(),
                                        "per", granted.hours().per().name()),
                                locale),
                        extent == null ? pay : FieldType.Money.written(extent.pay(), locale),
                        zone == null ? land : zone.land(),
                        zone != null && zone.limited() ? zone.written() : "",
                        extent == null ? List.of() : extent.conditions(),
                        extent == null ? "" : extent.further(),
                        List.of(),
                        Map.of(),
                        "");
            }
            case Decision.Refused refused ->
                    new DecisionForm(
                            false,
                            "",
                            "",
                            "",
                            "",
                            "",
                            "",
                            List.of(),
                            "",
                            refused.reasons(),
                            refused.wordings(),
                            refused.facts());
        };
    }

    /// @param criteria the version whose grounds were shown
    Read read(
            Dossier dossier,
            Version version,
            Version criteria,
            Territories territories,
            Locale locale) {
        if (!grants) {
            Map<String, String> changed = new HashMap<>();
            criteria.reasons().stream()
                    .filter(reason -> reasons.contains(reason.id()) && changed(reason))
                    .forEach(reason -> changed.put(reason.id(), wording(reason)));
            return new Read.Understood(new Decision.Refused(reasons, changed, facts.strip()));
        }
        Map<String, Parsed.Wrong> wrong = new LinkedHashMap<>();
        Optional<Object> start = read("from", from, version, Known.CONTRACT_START, locale, wrong);
        Optional<Object> end = read("until", until, version, Known.CONTRACT_END, locale, wrong);
        Optional<Object> time = read("hours", hours, version, Known.WORKING_HOURS, locale, wrong);
        Optional<Object> wage = read("pay", pay, version, Known.PAY, locale, wrong);
        Optional<Zone> zone = zone(territories, wrong);
        if (!wrong.isEmpty()) {
            return new Read.Wrong(wrong);
        }
        Answers answers = dossier.answers();
        return new Read.Understood(
                new Decision.Granted(
                        LocalDate.parse(start.orElseThrow().toString()),
                        LocalDate.parse(end.orElseThrow().toString()),
                        FieldType.Hours.amount(time.orElseThrow()),
                        answers.text(Known.JOB.field()).orElse(""),
                        shown(dossier, version, Known.CONTRACT_KIND, Locale.FRENCH),
                        answers.text(Known.EMPLOYER_NAME.field()).orElse(""),
                        Names.of(answers).employerSiret(),
                        new Extent(
                                zone.orElseThrow(),
                                FieldType.Money.amount(wage.orElseThrow()),
                                conditions,
                                further.strip())));
    }

    private Optional<Zone> zone(Territories territories, Map<String, Parsed.Wrong> wrong) {
        if (!territories.lands().contains(land)) {
            wrong.put("land", new Parsed.Wrong("site.decision.land.missing", List.of()));
            return Optional.empty();
        }
        List<String> codes = new ArrayList<>();
        for (String typed : BETWEEN_CODES.split(departments.strip(), 0)) {
            Optional<Department> known = territories.department(typed);
            if (known.isEmpty() && !typed.isEmpty()) {
                wrong.put(
                        "departments",
                        new Parsed.Wrong("site.decision.departments.unknown", List.of(typed)));
                return Optional.empty();
            }
            known.map(Department::code).ifPresent(codes::add);
        }
        Optional<Zone> zone = Zone.of(land, codes);
        if (zone.isEmpty()) {
            wrong.put(
                    "departments",
                    new Parsed.Wrong("site.decision.departments.elsewhere", List.of()));
        }
        return zone;
    }

    private static Optional<Object> read(
            String name,
            String typed,
            Version version,
            Known known,
            Locale locale,
            Map<String, Parsed.Wrong> wrong) {
        FieldType type = field(version, known).type();
        return switch (type.parse(typed, locale)) {
            case Parsed.Value(Object kept, _) -> Optional.of(kept);
            case Parsed.Wrong why -> {
                wrong.put(name, why);
                yield Optional.empty();
            }
            case Parsed.Blank _ -> {
                wrong.put(name, new Parsed.Wrong("site.decision." + name + ".missing", List.of()));
                yield Optional.empty();
            }
        };
    }

    /// An answer as it reads, so that it can be typed back.
    private static String shown(Dossier dossier, Version version, Known known, Locale locale) {
        return shown(version, known, dossier.answers().values().get(known.field()), locale);
    }

    private static String shown(
            Version version, Known known, @Nullable Object value, Locale locale) {
        return field(version, known).display(value, locale);
    }

    private static Field field(Version version, Known known) {
        return version.field(known.field()).orElseThrow();
    }
}
