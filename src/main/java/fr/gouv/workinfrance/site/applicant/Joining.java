package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.dossier.Attaching;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Joins to its piece a document that has just been received, however it came.
final class Joining {

    private Joining() {}

    /// Joins it, or says why not.
    ///
    /// @param replaced the document whose place it takes, if any
    /// @return the words for why not; empty when it is joined
    static String join(
            Drafts drafts,
            Seen seen,
            String piece,
            DocumentId document,
            @Nullable UUID replaced,
            Account account) {
        Attaching attaching =
                replaced == null
                        ? drafts.attach(seen.dossier().id(), piece, document, account)
                        : drafts.replace(
                                seen.dossier().id(),
                                piece,
                                document,
                                new DocumentId(replaced),
                                account);
        return switch (attaching) {
            case Attaching.Attached _ -> "";
            case Attaching.Full _ -> "document.refused.DOSSIER_FULL";
        };
    }
}
