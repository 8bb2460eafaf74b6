package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.List;

/// A consultation as its service has it before its eyes.
///
/// @param seen what its purpose lets it see of the dossier; absent once nothing is asked any more
/// @param today where the service sits
/// @param delegated what the service asked of others for it
public record Opened(
        Consultation consultation,
        Body body,
        Inquiry inquiry,
        Office office,
        @Nullable Seen seen,
        LocalDate today,
        List<Consultation> delegated) {

    public Opened {
        delegated = List.copyOf(delegated);
    }

    /// Whether more time may be asked for.
    public boolean extensible() {
        return consultation.extensible(inquiry, today);
    }
}
