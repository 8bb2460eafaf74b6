package fr.gouv.workinfrance.access;

import java.time.Instant;

/// An invitation that is printed, and handed to someone who is there.
///
/// @param link the page on which the code is typed
/// @param code as it is typed
/// @param until when it ceases to be of use
public record OnPaper(String link, String code, Instant until) {

    /// Keeps the code out of logs.
    @Override
    public String toString() {
        return "OnPaper[" + until + "]";
    }
}
