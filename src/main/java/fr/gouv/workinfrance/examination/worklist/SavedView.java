package fr.gouv.workinfrance.examination.worklist;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// A list that someone keeps, to come back to it.
///
/// @param office all who work there see it; its owner alone when absent
/// @param query what asks for it, as an address has it
public record SavedView(UUID id, UUID owner, @Nullable String office, String name, String query) {

    public static final int LONGEST_NAME = 60;
    static final int LONGEST_QUERY = 2_000;
}
