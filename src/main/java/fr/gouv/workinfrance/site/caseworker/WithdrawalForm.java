package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.revision.Withdrawal;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/// Taking an authorization back, as it is typed.
///
/// @param ground id of the ground that was chosen
/// @param facts the considerations of fact
/// @param by the last day to answer, as typed
public record WithdrawalForm(String ground, String facts, String by) {

    /// Empty when the day cannot be read.
    Optional<Withdrawal> read() {
        try {
            return Optional.of(new Withdrawal(ground, facts, LocalDate.parse(by.strip())));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
