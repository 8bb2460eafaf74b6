package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IssuedDeed.Kind;
import fr.gouv.workinfrance.examination.revision.Replacement;
import fr.gouv.workinfrance.examination.revision.Revision.Given;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.opinion.Informations.Told;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Verification;

import org.springframework.stereotype.Component;

import java.util.Optional;

/// Reads the authorization that a service was told of, as it holds today: what was mended since is
/// what is handed out, and what was taken back is not.
@Component
class SeenAuthorizations {

    private final Revisions revisions;
    private final Documents documents;

    SeenAuthorizations(Revisions revisions, Documents documents) {
        this.revisions = revisions;
        this.documents = documents;
    }

    /// Empty where there is none, or the purpose of the service does not need it.
    Optional<AuthorizationView> of(Told told) {
        return Optional.ofNullable(told.permit())
                .map(
                        permit ->
                                new AuthorizationView(
                                        permit,
                                        deed(told, permit).flatMap(documents::find).orElse(null)))
                .filter(AuthorizationView::told);
    }

    private Optional<DocumentId> deed(Told told, Verification.Genuine permit) {
        if (permit.status() instanceof PermitStatus.Ended) {
            return Optional.empty();
        }
        Dossier dossier = told.seen().dossier();
        Kind kind =
                dossier.deed(Kind.AUTHORIZATION).isPresent() ? Kind.AUTHORIZATION : Kind.ACQUIRED;
        if (permit.extract().rectified() == null) {
            return told.seen().document(kind.name());
        }
        return Replacement.of(dossier, kind, revisions.of(dossier.id()))
                .flatMap(Replacement::given)
                .map(Given::document);
    }
}
