package fr.gouv.workinfrance.examination.margin;

import java.time.Instant;
import java.util.UUID;

/// A doubt that someone ticked off.
///
/// @param doubt its key
/// @param state of what it was about then: in another state, it is open again
/// @param reason why, in a few words
public record Tick(String doubt, String state, String reason, UUID by, Instant at) {

    /// The longest reason.
    public static final int LONGEST = 300;
}
