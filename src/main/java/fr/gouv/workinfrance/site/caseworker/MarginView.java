package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.margin.Criteria.Said;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Judgement;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.examination.margin.Note;
import fr.gouv.workinfrance.procedure.Statement;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/// What an office keeps of its own about a dossier, beside it.
///
/// @param doubts all those of the machine, ticked off or not
/// @param criteria those of the procedure, as the decision applies them
/// @param people whose names it bears
/// @param form what was typed and is wrong
public record MarginView(
        Margin margin,
        List<Doubt> doubts,
        List<Statement> criteria,
        Map<UUID, Account> people,
        Account reader,
        MarginForm form) {

    public long open() {
        return doubts.stream().filter(Doubt::open).count();
    }

    public CriteriaView judged() {
        return new CriteriaView(criteria, margin, people);
    }

    /// Who else has it open, by name.
    public String others() {
        return names(margin.others(), people);
    }

    static String names(List<UUID> accounts, Map<UUID, Account> people) {
        return accounts.stream()
                .flatMap(id -> Optional.ofNullable(people.get(id)).stream())
                .map(Account::displayName)
                .collect(Collectors.joining(", "));
    }

    /// Whether this is the person's own note.
    public boolean own(Note note) {
        return note.by().equals(reader.id());
    }

    /// Whether this came after the person last looked, from someone else.
    public boolean isNew(Instant at, UUID by) {
        return margin.isNew(at) && !by.equals(reader.id());
    }

    /// Someone, by name; empty for an account that is there no more.
    public String who(UUID account) {
        return Optional.ofNullable(people.get(account)).map(Account::displayName).orElse("");
    }

    /// What is wrong, to be told where the page begins.
    public List<Fault> faults() {
        return switch (form.wrong()) {
            case "label" -> List.of(new Fault("libelle", "site.desk.batch.wrong.libelle"));
            case "note" -> List.of(new Fault("note", "site.desk.notes.missing"));
            case "reason" -> List.of(new Fault(field(), "site.desk.doubts.reason.missing"));
            default ->
                    criteria.stream()
                            .filter(this::wrong)
                            .map(one -> new Fault(field(one), "site.desk.criteria.words.long"))
                            .toList();
        };
    }

    /// The field for the reason of the doubt that was ticked off; all of them when it is gone.
    private String field() {
        return doubts.stream()
                .filter(doubt -> wrong(doubt) && doubt.open())
                .findFirst()
                .map(this::field)
                .orElse("doutes");
    }

    /// The field in which the reason of a doubt is typed.
    public String field(Doubt doubt) {
        return "doubt-" + (doubts.indexOf(doubt) + 1);
    }

    /// The field in which words about a criterion are typed.
    public String field(Statement criterion) {
        return "mot-" + criterion.id();
    }

    /// How a criterion is judged: as it was typed, when that was not kept; nothing when nobody has.
    public Optional<Said> said(Statement criterion) {
        return Optional.ofNullable(form.said().get(criterion.id()))
                .or(
                        () ->
                                margin.judgement(criterion.id())
                                        .map(one -> new Said(one.verdict(), one.words())));
    }

    /// Whether what was typed for this criterion is wrong.
    public boolean wrong(Statement criterion) {
        Said said = form.said().get(criterion.id());
        return said != null && tooLong(said);
    }

    static boolean tooLong(Said said) {
        return said.words().strip().length() > Judgement.LONGEST;
    }

    /// What is wrong, and with which field.
    ///
    /// @param field where it is typed
    /// @param key of the words that say so
    public record Fault(String field, String key) {}

    /// Whether this is what is wrong.
    public boolean wrong(String field) {
        return form.wrong().equals(field);
    }

    /// Whether what was typed for this doubt is wrong.
    public boolean wrong(Doubt doubt) {
        return form.wrong().equals("reason") && form.about().equals(doubt.key());
    }
}
