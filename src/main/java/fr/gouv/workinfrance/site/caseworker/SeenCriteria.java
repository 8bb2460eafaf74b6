package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.margin.Criteria;
import fr.gouv.workinfrance.examination.margin.Judgement;
import fr.gouv.workinfrance.examination.margin.Margin;
import fr.gouv.workinfrance.examination.margin.Margins;

import org.springframework.stereotype.Component;

import java.util.stream.Collectors;

/// How the criteria of a procedure stand, beside a decision that is prepared or signed.
@Component
class SeenCriteria {

    private final Criteria criteria;
    private final Margins margins;
    private final Accounts accounts;

    SeenCriteria(Criteria criteria, Margins margins, Accounts accounts) {
        this.criteria = criteria;
        this.margins = margins;
        this.accounts = accounts;
    }

    CriteriaView of(Seen seen) {
        Margin margin = margins.of(seen.dossier());
        return new CriteriaView(
                criteria.of(seen.dossier()),
                margin,
                accounts.named(
                        margin.judgements().stream()
                                .map(Judgement::by)
                                .collect(Collectors.toSet())));
    }
}
