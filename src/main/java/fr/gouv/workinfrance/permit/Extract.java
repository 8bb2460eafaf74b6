package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.reference.Amount;

import java.time.LocalDate;

/// The least that serves to compare an authorization with what one has before one's eyes.
///
/// @param holder initials, as `A. N.`: who checks has the person, or the paper, before him
/// @param until last day of validity, included
public record Extract(
        String number,
        String holder,
        String employer,
        String employerSiret,
        String job,
        String contract,
        Amount hours,
        LocalDate from,
        LocalDate until) {}
