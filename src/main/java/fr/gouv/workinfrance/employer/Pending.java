package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Invitation;

import java.util.List;

/// Someone was invited to act for an employer, and has not come in yet.
///
/// @param sirets of the establishments it will be for; empty for the whole of the employer
public record Pending(Invitation invitation, Role role, List<String> sirets) {

    public Pending {
        sirets = List.copyOf(sirets);
    }
}
