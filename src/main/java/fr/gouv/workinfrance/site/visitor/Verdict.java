package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.permit.Extract;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.Verification;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Locale;

/// How the answer to a check is shown.
///
/// @param kind of the alert
/// @param key of its words
public record Verdict(String kind, String key, @Nullable Extract extract, @Nullable Instant at) {

    public static Verdict of(Verification verification) {
        return switch (verification) {
            case Verification.Genuine(PermitStatus status, Extract extract, Instant at) ->
                    switch (status) {
                        case PermitStatus.Valid _ -> new Verdict("success", "valid", extract, at);
                        case PermitStatus.NotYetValid _ ->
                                new Verdict("warning", "not-yet", extract, at);
                        case PermitStatus.Expired _ -> new Verdict("error", "expired", extract, at);
                        case PermitStatus.Ended(var kind, _) ->
                                new Verdict(
                                        "error", kind.name().toLowerCase(Locale.ROOT), extract, at);
                    };
            case Verification.Unknown(Instant at) -> new Verdict("error", "unknown", null, at);
            case Verification.TooMany _ -> new Verdict("warning", "too-many", null, null);
        };
    }
}
