package fr.gouv.workinfrance.access;

import java.time.Instant;
import java.util.UUID;

/// An invitation that has just gone out.
///
/// @param code to be shown once to the inviter, who passes it on by another way than e-mail
/// @param until when it ceases to be of use
public record Issued(UUID id, String code, Instant until) {

    /// Keeps the code out of logs.
    @Override
    public String toString() {
        return "Issued[" + id + "]";
    }
}
