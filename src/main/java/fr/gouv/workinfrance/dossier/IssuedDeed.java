package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;

import java.time.Instant;

/// An official document that was given to the parties.
///
/// @param sha256 of the sealed file, in hexadecimal
public record IssuedDeed(Kind kind, DocumentId document, String sha256, Instant at) {

    public enum Kind {
        /// Receipt and acknowledgment (L112-11, R112-11-1 CRPA).
        ACKNOWLEDGMENT,
        /// Certificate of completeness; gives no right to work.
        COMPLETENESS,
        /// The decision, granted or refused.
        DECISION,
        /// The authorization itself.
        AUTHORIZATION,
        /// Certificate of an authorization that silence gave (L232-3 CRPA).
        ACQUIRED;

        /// Whether it says that the person may work.
        boolean authorizes() {
            return this == AUTHORIZATION || this == ACQUIRED;
        }
    }
}
