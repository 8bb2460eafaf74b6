package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.revision.Explanation;
import fr.gouv.workinfrance.examination.revision.Matter;
import fr.gouv.workinfrance.examination.revision.Rejection;
import fr.gouv.workinfrance.examination.revision.Reversal;
import fr.gouv.workinfrance.examination.revision.Reversal.Basis;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// An answer to what was deposited against a refusal, as it is typed.
///
/// @param basis on which a refusal is lifted
/// @param reasons in law, of the catalogue, by id
/// @param wrong the fields that are
public record AnswerForm(
        Way way, Basis basis, List<String> reasons, String reason, Set<String> wrong) {

    /// What is proposed, as addresses say it.
    public enum Way {
        REJET,
        RETRAIT,
        MOTIFS;

        public String slug() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public AnswerForm {
        reasons = List.copyOf(reasons);
        wrong = Set.copyOf(wrong);
    }

    static AnswerForm empty(Way way) {
        return new AnswerForm(way, Basis.WITHDRAWN, List.of(), "", Set.of());
    }

    AnswerForm with(Set<String> faults) {
        return new AnswerForm(way, basis, reasons, reason, faults);
    }

    /// What it would do once signed.
    Matter matter(UUID appeal) {
        return switch (way) {
            case REJET -> new Rejection(appeal, reason);
            case RETRAIT -> new Reversal(appeal, basis, reason);
            case MOTIFS -> new Explanation(appeal, reasons, reason);
        };
    }
}
