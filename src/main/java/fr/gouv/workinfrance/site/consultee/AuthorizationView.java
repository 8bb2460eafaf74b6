package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Verification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;

/// The authorization that a service was told of, as it holds today.
///
/// @param permit what it is worth and says
/// @param deed the document that says it; absent when it is worth nothing any more, or as long as
///   it is being sealed
public record AuthorizationView(Verification.Genuine permit, @Nullable StoredDocument deed) {

    /// Whether there is anything to say of it yet: it is sealed after it is signed.
    boolean told() {
        return deed != null || ended() != null || rectified() != null;
    }

    /// What became of it, when it is worth nothing any more or for the time being; absent
    /// otherwise.
    public PermitStatus.@Nullable Ended ended() {
        return permit.status() instanceof PermitStatus.Ended ended ? ended : null;
    }

    /// When a clerical error in it was last mended; absent when none was.
    public @Nullable Instant rectified() {
        return permit.extract().rectified();
    }
}
