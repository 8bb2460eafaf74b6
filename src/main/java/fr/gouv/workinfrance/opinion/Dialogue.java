package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.office.Office;

import java.util.List;
import java.util.Map;

/// What other administrations were asked about a dossier, and told of it.
///
/// @param offices the services that were, by id
public record Dialogue(List<Standing> asked, List<Information> told, Map<String, Office> offices) {

    public Dialogue {
        asked = List.copyOf(asked);
        told = List.copyOf(told);
        offices = Map.copyOf(offices);
    }
}
