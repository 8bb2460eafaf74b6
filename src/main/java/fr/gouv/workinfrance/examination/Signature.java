package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.dossier.IllegalMove.Why;

import org.jspecify.annotations.Nullable;

/// What came of one decision of several that were signed together.
///
/// @param reference of its dossier
/// @param why it was not signed; absent when it was, or when it went wrong
public record Signature(String reference, boolean signed, @Nullable Why why) {

    /// Several are signed together up to this many: each is read.
    public static final int MOST = 25;

    /// What a signatory confirms of one dossier.
    ///
    /// @param hashes as [Review#hashes] gave them
    public record Confirmed(String reference, String hashes) {}
}
