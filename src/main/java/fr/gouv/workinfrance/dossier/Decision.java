package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.reference.Amount;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What a decision says, typed, so that none can be inconsistent.
public sealed interface Decision {

    /// The authorization is granted, within these limits.
    ///
    /// @param until last day of validity, included
    /// @param hours at the most, for their period
    /// @param employerSiret the one establishment it is valid for; absent for an employer who has
    ///   no SIRET
    /// @param extent absent from what was decided before it was said
    record Granted(
            LocalDate from,
            LocalDate until,
            Amount hours,
            String job,
            String contract,
            String employer,
            @Nullable String employerSiret,
            @Nullable Extent extent)
            implements Decision {

        /// What the catalogue checks against the limits of the procedure.
        ///
        /// @param seat the département where it is issued
        fr.gouv.workinfrance.procedure.Granted asLimited(String seat) {
            return new fr.gouv.workinfrance.procedure.Granted(
                    from,
                    until,
                    hours.minutes(),
                    hours.per(),
                    job,
                    employerSiret,
                    extent == null ? null : extent.pay(),
                    extent == null ? null : extent.zone(),
                    seat);
        }
    }

    /// The authorization is refused, for reasons drawn from the catalogue.
    ///
    /// @param reasons ids of the version's reasons for refusal, at least one
    /// @param wordings what the caseworker made of the ready wording of some, by id
    /// @param facts the considerations of fact (L211-5 CRPA), written by the caseworker
    record Refused(List<String> reasons, Map<String, String> wordings, String facts)
            implements Decision {
        public Refused {
            reasons = List.copyOf(reasons);
            wordings = Map.copyOf(wordings);
        }

        /// In the very words of the catalogue.
        public Refused(List<String> reasons, String facts) {
            this(reasons, Map.of(), facts);
        }
    }
}
