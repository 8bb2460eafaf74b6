package fr.gouv.workinfrance.procedure.body;

import fr.gouv.workinfrance.procedure.Condition;
import fr.gouv.workinfrance.procedure.Statement;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// A rule of a procedure: at this moment, this administration is asked, or informed, by itself.
///
/// @param id unique within the version
/// @param body which administration
/// @param inquiry what it is asked; absent when it is only informed
/// @param on the moment
/// @param when for whom; everybody when absent
/// @param statement why, with its sources
public record Exchange(
        String id,
        String body,
        @Nullable String inquiry,
        Moment on,
        @Nullable Condition when,
        Statement statement) {

    /// What happens to a request that others have to know of.
    public enum Moment {
        SUBMITTED,
        COMPLETE,
        GRANTED,
        REFUSED,
        /// Its parties took the request back.
        WITHDRAWN,
        /// The authorization was taken back.
        PERMIT_WITHDRAWN
    }

    /// Whether it concerns whoever gave these answers; what nobody can tell concerns nobody.
    public boolean concerns(Map<String, Object> counted) {
        return when == null || when.holds(counted);
    }
}
