package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.margin.Judgement;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.procedure.Statement;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// The criteria of a procedure, and how each was judged.
///
/// @param people who judged them
public record CriteriaView(List<Statement> criteria, Margin margin, Map<UUID, Account> people) {

    public Optional<Judgement> judgement(Statement criterion) {
        return margin.judgement(criterion.id());
    }

    /// How many nobody has judged.
    public long left() {
        return criteria.stream().filter(one -> judgement(one).isEmpty()).count();
    }

    public String who(Judgement judgement) {
        return Optional.ofNullable(people.get(judgement.by())).map(Account::displayName).orElse("");
    }
}
