package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Zone;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;

/// The least that serves to compare an authorization with what one has before one's eyes.
///
/// @param employerSiret absent for an employer who has none
/// @param holder initials, as `A. N.`: who checks has the person, or the paper, before him
/// @param until last day of validity, included
/// @param zone where it holds; absent where the decision did not say
/// @param rectified when a clerical error in it was last mended; absent when none was
public record Extract(
        String number,
        String holder,
        String employer,
        @Nullable String employerSiret,
        String job,
        String contract,
        Amount hours,
        LocalDate from,
        LocalDate until,
        @Nullable Zone zone,
        @Nullable Instant rectified) {}
