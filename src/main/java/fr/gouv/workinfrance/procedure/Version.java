package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.body.Exchange;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One state of a procedure, between two changes of the law.
///
/// Its three validities are apart: form and pieces follow the day of deposit, so does the clock,
/// and the criteria follow the day of the decision.
///
/// @param procedureId the procedure
/// @param number its number within the procedure, "1"
/// @param form when the form and the pieces are those
/// @param clock when the time limit and the meaning of silence are those
/// @param criteria when the criteria, reasons and limits are those
/// @param worker what whoever is to be employed is called
/// @param filers who may file
/// @param sections the pages of the form, in order
/// @param rules what answers have to respect between them
/// @param pieces the documents asked for
/// @param competence how the competent office is found
/// @param timeLimit the legal time limit and the meaning of silence
/// @param reasons the grounds of refusal
/// @param limits what the authorization is limited to
/// @param appeals how a decision can be contested
/// @param exchanges who is asked or informed, by itself, and when
/// @param told everything else the catalogue says, by topic
public record Version(
        String procedureId,
        String number,
        Validity form,
        Validity clock,
        Validity criteria,
        Words worker,
        List<Filer> filers,
        List<Section> sections,
        List<Rule> rules,
        List<Piece> pieces,
        Competence competence,
        TimeLimit timeLimit,
        List<Reason> reasons,
        List<Limit> limits,
        List<Appeal> appeals,
        List<Exchange> exchanges,
        List<Statement> told) {

    /// All its questions, in order.
    public List<Field> fields() {
        return sections.stream().flatMap(section -> section.fields().stream()).toList();
    }

    /// A question by its id.
    public Optional<Field> field(String id) {
        return fields().stream().filter(field -> field.id().equals(id)).findFirst();
    }

    /// A page by its id.
    public Optional<Section> section(String id) {
        return sections.stream().filter(section -> section.id().equals(id)).findFirst();
    }

    /// A piece by its id.
    public Optional<Piece> piece(String id) {
        return pieces.stream().filter(piece -> piece.id().equals(id)).findFirst();
    }

    /// A ground of refusal by its id.
    public Optional<Reason> reason(String id) {
        return reasons.stream().filter(reason -> reason.id().equals(id)).findFirst();
    }

    /// The pages of a part that are asked, given the answers.
    public List<Section> visibleSections(Part part, Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return sections.stream()
                .filter(section -> section.part() == part && section.visible(counted))
                .toList();
    }

    /// The questions of a part that are asked, given the answers.
    public List<Field> visibleFields(Part part, Map<String, Object> values) {
        return asked(values).stream().filter(field -> field.part() == part).toList();
    }

    /// The questions of a page that are asked, given the answers.
    public List<Field> visibleFields(Section section, Map<String, Object> values) {
        return asked(values).stream()
                .filter(field -> field.section().equals(section.id()))
                .toList();
    }

    /// Why the worker has to confirm what is said in his name before a deposit; empty where no text
    /// asks it, and then his silence blocks nothing.
    public Optional<Statement> workerAttestation() {
        return statements(Statement.Topic.ATTESTATION).stream().findFirst();
    }

    /// The questions that a rule looks at: what it tells says something of the answer to each.
    public Set<Field> judgedBy(Rule rule) {
        return fields().stream()
                .filter(field -> field.id().equals(rule.field()) || rule.names(field.id()))
                .collect(Collectors.toSet());
    }

    /// A rule by its id.
    public Optional<Rule> rule(String id) {
        return rules.stream().filter(rule -> rule.id().equals(id)).findFirst();
    }

    /// The questions that are asked, of whatever part, given the answers.
    public List<Field> asked(Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return sections.stream()
                .filter(section -> section.visible(counted))
                .flatMap(section -> section.fields().stream())
                .filter(field -> field.asked(counted))
                .toList();
    }

    /// The questions of a page that have an answer to show or to give: those that are asked, and
    /// those that other answers answer.
    public List<Field> toldFields(Section section, Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return section.fields().stream()
                .filter(field -> field.asked(counted) || field.deduced(counted).isPresent())
                .filter(field -> field.visible(counted))
                .toList();
    }

    /// The answers that count: an answer to a question that is no longer asked does not, nor what
    /// hangs on it; what other answers say surely does. A condition names only what stands above
    /// it, so one pass is enough.
    public Map<String, Object> counted(Map<String, Object> values) {
        Map<String, Object> counted = new HashMap<>();
        Optional.ofNullable(values.get(ConditionLanguage.FILER))
                .ifPresent(filer -> counted.put(ConditionLanguage.FILER, filer));
        for (Section section : sections) {
            if (section.visible(counted)) {
                for (Field field : section.fields()) {
                    Object value =
                            field.deduced(counted)
                                    .<Object>map(said -> said)
                                    .orElse(values.get(field.id()));
                    if (value != null && field.visible(counted)) {
                        counted.put(field.id(), value);
                    }
                }
            }
        }
        return counted;
    }

    /// The documents that may be given, given the answers: those asked for, and those that are only
    /// welcome.
    public List<Piece> offeredPieces(Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return pieces.stream()
                .filter(piece -> piece.welcome() || piece.required().holds(counted))
                .toList();
    }

    /// The documents asked for, given the answers.
    public List<Piece> requiredPieces(Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return pieces.stream().filter(piece -> piece.required().holds(counted)).toList();
    }

    /// What is missing or does not hold together, in the order of the form.
    ///
    /// @param values kept answers by field, and `filer`
    /// @param attached the pieces that are there
    /// @param unavailable the pieces declared unavailable with a reason
    /// @param on the day of the question
    public List<Gap> gaps(
            Map<String, Object> values,
            Set<String> attached,
            Set<String> unavailable,
            LocalDate on) {
        Map<String, Object> counted = counted(values);
        List<Gap> gaps = new ArrayList<>();
        for (Field field : asked(values)) {
            if (!counted.containsKey(field.id()) && field.required().holds(counted)) {
                gaps.add(
                        Gap.of(
                                Gap.Kind.FIELD,
                                field.id(),
                                field.section(),
                                field.id(),
                                field.label(),
                                true));
            }
            rules.stream()
                    .filter(rule -> rule.field().equals(field.id()) && rule.broken(counted, on))
                    .forEach(rule -> gaps.add(broken(rule, field)));
        }
        pieces.stream()
                .filter(piece -> piece.required().holds(counted))
                .filter(piece -> !attached.contains(piece.id()))
                .filter(piece -> !unavailable.contains(piece.id()))
                .forEach(
                        piece ->
                                gaps.add(
                                        Gap.of(
                                                Gap.Kind.PIECE,
                                                piece.id(),
                                                null,
                                                null,
                                                piece.name(),
                                                piece.blocks())));
        return List.copyOf(gaps);
    }

    private static Gap broken(Rule rule, Field field) {
        return Gap.of(
                Gap.Kind.RULE, rule.id(), field.section(), field.id(), rule.words(), rule.blocks());
    }

    /// What would be granted beyond the limits of the procedure. Each blocks the decision.
    ///
    /// @param granted what would be granted
    /// @param values kept answers by field, and `filer`
    public List<Gap> checkAuthorization(Granted granted, Map<String, Object> values) {
        Map<String, Object> all = new HashMap<>(counted(values));
        all.putAll(granted.values());
        return limits.stream()
                .filter(limit -> limit.concerns(all) && !limit.kept(all))
                .map(
                        limit ->
                                Gap.of(
                                        Gap.Kind.LIMIT,
                                        limit.id(),
                                        null,
                                        limit.about(),
                                        limit.words(),
                                        true))
                .toList();
    }

    /// The limits that concern whoever gave these answers.
    public List<Limit> limits(Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return limits.stream().filter(limit -> limit.concerns(counted)).toList();
    }

    /// Everything the catalogue says about the law here, with its sources, in the order of the
    /// topics.
    public List<Statement> statements() {
        return Stream.of(
                        told.stream(),
                        filers.stream().map(Filer::statement),
                        Stream.of(
                                competence.explanation(),
                                timeLimit.statement(),
                                timeLimit.silenceStatement()),
                        pieces.stream().map(Piece::basis),
                        rules.stream()
                                .filter(rule -> !rule.law().isEmpty())
                                .map(
                                        rule ->
                                                new Statement(
                                                        "rule." + rule.id(),
                                                        Statement.Topic.RULE,
                                                        rule.words(),
                                                        rule.law())),
                        reasons.stream()
                                .map(
                                        reason ->
                                                new Statement(
                                                        "refusal." + reason.id(),
                                                        Statement.Topic.REFUSAL,
                                                        reason.wording(),
                                                        reason.law())),
                        limits.stream().map(Limit::statement),
                        exchanges.stream().map(Exchange::statement),
                        appeals.stream().map(Appeal::statement))
                .flatMap(statements -> statements)
                .sorted(Comparator.comparing(Statement::topic))
                .toList();
    }

    /// The ways of contesting a decision.
    public List<Appeal> routes() {
        return appeals.stream().filter(appeal -> appeal.opens(false)).toList();
    }

    /// The texts on which a decision that grants the authorization rests: those of the criteria
    /// that concern whoever gave these answers, but for what explains without binding, and for what
    /// no one has read there.
    public List<LegalText> grounds(Map<String, Object> values) {
        Map<String, Object> counted = counted(values);
        return statements(Statement.Topic.CRITERION).stream()
                .filter(statement -> statement.concerns(counted))
                .flatMap(statement -> statement.law().stream())
                .filter(source -> source.confidence().compareTo(Confidence.B) <= 0)
                .map(LegalSource::text)
                .filter(LegalText::binding)
                .distinct()
                .toList();
    }

    /// What it says on one topic.
    public List<Statement> statements(Statement.Topic topic) {
        return statements().stream().filter(statement -> statement.topic() == topic).toList();
    }
}
