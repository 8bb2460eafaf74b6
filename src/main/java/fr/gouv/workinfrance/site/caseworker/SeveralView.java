package fr.gouv.workinfrance.site.caseworker;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.site.ConsultedView;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/// Several prepared decisions, to be read one after the other and signed together.
///
/// @param chosen references of those to sign, among them
public record SeveralView(
        List<Case> cases, Map<DocumentId, StoredDocument> files, Set<String> chosen) {

    public SeveralView {
        cases = List.copyOf(cases);
        files = Map.copyOf(files);
        chosen = Set.copyOf(chosen);
    }

    /// One of them.
    ///
    /// @param unsigned why this person may not sign it; absent when he may
    /// @param read what he would sign; absent when he may not
    /// @param consulted what other administrations said
    /// @param doubts how many are open
    public record Case(
            Seen seen,
            @Nullable Why unsigned,
            @Nullable Review read,
            @Nullable ReviewView shown,
            ConsultedView consulted,
            long doubts) {

        /// One that this person may not sign.
        static Case barred(Seen seen, Why why) {
            return new Case(seen, why, null, null, ConsultedView.NONE, 0);
        }

        /// Whether what is prepared grants the authorization.
        public boolean granted() {
            return seen.dossier()
                    .prepared()
                    .filter(prepared -> prepared.decision() instanceof Decision.Granted)
                    .isPresent();
        }

        public String reference() {
            return seen.dossier().reference().value();
        }

        public Names names() {
            return Names.of(seen.dossier().answers());
        }

        public String why() {
            return requireNonNull(unsigned).name();
        }

        public Review review() {
            return requireNonNull(read);
        }

        public ReviewView checked() {
            return requireNonNull(shown);
        }
    }

    public List<Case> signable() {
        return cases.stream().filter(one -> one.read() != null).toList();
    }

    public List<Case> barred() {
        return cases.stream().filter(one -> one.unsigned() != null).toList();
    }

    public boolean chosen(Case one) {
        return chosen.contains(one.reference());
    }
}
