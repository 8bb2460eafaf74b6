package fr.gouv.workinfrance.permit;

import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Zone;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/// An authorization as the decision gave it, clerical errors mended.
///
/// @param number what people type to check it, with the birth date of its holder
/// @param holderBirth ISO date, with `00` for what is not known
/// @param until last day of validity, included
/// @param zone where it holds; absent where the decision did not say
/// @param rectifiedAt when these became its terms; absent when they are those of the decision
record Permit(
        UUID decision,
        UUID dossier,
        String number,
        String holder,
        String holderBirth,
        String employer,
        @Nullable String employerSiret,
        String job,
        String contract,
        Amount hours,
        LocalDate from,
        LocalDate until,
        @Nullable Zone zone,
        Instant issuedAt,
        @Nullable Instant rectifiedAt) {

    /// What someone who checks it is told: initials for the holder, whom he has before him.
    Extract extract() {
        return new Extract(
                number,
                initials(),
                employer,
                employerSiret,
                job,
                contract,
                hours,
                from,
                until,
                zone,
                rectifiedAt);
    }

    /// What it says, that can have been misprinted.
    Terms terms() {
        return new Terms(holder, holderBirth, employer, job, hours, from, until);
    }

    private static final Pattern BETWEEN_NAMES = Pattern.compile("[\\s\\-']+");

    private String initials() {
        StringBuilder initials = new StringBuilder();
        for (String name : BETWEEN_NAMES.split(holder.strip(), 0)) {
            int letter = name.codePointAt(0);
            if (!initials.isEmpty()) {
                initials.append(' ');
            }
            initials.appendCodePoint(Character.toUpperCase(letter)).append('.');
        }
        return initials.toString();
    }
}
