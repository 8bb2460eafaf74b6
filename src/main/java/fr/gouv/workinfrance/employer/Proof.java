package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.reference.Siret;

import java.time.LocalDate;

/// What shows that someone may act for a company. That he has an e-mail address under its name
/// shows nothing: domains are bought, and a trainee has one too.
public sealed interface Proof {

    /// How old an extract may be.
    int MONTHS = 3;

    /// An extract of the register that names whoever claims as a representative; an agent reads it.
    ///
    /// @param day on which the register gave it
    record Extract(DocumentId document, LocalDate day) implements Proof {

        /// Whether it still says who represents the company.
        boolean recent(LocalDate today) {
            return !day.isAfter(today) && day.plusMonths(MONTHS).isAfter(today);
        }
    }

    /// A delegation that a legal representative has signed; an agent reads it.
    record Delegation(DocumentId document) implements Proof {}

    /// A way of signing in that knows for which establishment its people work says so, and has
    /// checked it: ProConnect does.
    ///
    /// @param provider as the journal names it, never the person
    record Asserted(String provider, Siret siret) implements Proof {}
}
