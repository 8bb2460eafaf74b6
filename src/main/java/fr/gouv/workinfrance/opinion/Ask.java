package fr.gouv.workinfrance.opinion;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;

/// What is asked, and of whom.
///
/// @param body which administration
/// @param inquiry which of its inquiries
/// @param office the service; absent for the one that is competent
/// @param question beside that of the catalogue; empty for nothing
/// @param due the last day to answer; absent for that of the catalogue
public record Ask(
        String body,
        String inquiry,
        @Nullable String office,
        String question,
        @Nullable LocalDate due) {

    /// What the catalogue says, of the service that is competent.
    public static Ask of(String body, String inquiry) {
        return new Ask(body, inquiry, null, "", null);
    }
}
