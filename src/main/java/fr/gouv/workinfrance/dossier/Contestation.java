package fr.gouv.workinfrance.dossier;

import java.time.Instant;
import java.util.List;

/// What the worker denies of what is said in his name.
///
/// @param sections of the form where it stands; none when he ticked none
/// @param reason in his own words
public record Contestation(Instant at, List<String> sections, String reason) {

    public Contestation {
        sections = List.copyOf(sections);
    }
}
