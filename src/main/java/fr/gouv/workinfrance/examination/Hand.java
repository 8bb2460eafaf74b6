package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.office.Delegation;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// By whose hand a document is, and on which day.
///
/// @param signatory absent as long as nobody knows who will sign
/// @param under the delegation by which he signs; absent when he has none, and may not
/// @param project whether it is only shown to who prepares it
public record Hand(
        @Nullable Account signatory, @Nullable Delegation under, LocalDate day, boolean project) {

    /// Of what is signed.
    public static Hand of(Account signatory, @Nullable Delegation under, LocalDate day) {
        return new Hand(signatory, under, day, false);
    }

    /// Of what would be signed, while nobody has.
    public static Hand project(LocalDate day) {
        return new Hand(null, null, day, true);
    }

    /// Of what a caseworker would send in his own name.
    public static Hand project(Account caseworker, LocalDate day) {
        return new Hand(caseworker, null, day, true);
    }
}
