package fr.gouv.workinfrance.journal;

import java.io.Serializable;
import java.util.UUID;

/// Who acts: someone with an account, the house itself, or someone of whom nothing is known.
///
/// @param id the account, the name of the task, or the service for which a visitor acts; never a
///   name or an address
public record Actor(Kind kind, String id) implements Serializable {

    public enum Kind {
        ACCOUNT,
        SYSTEM,
        VISITOR
    }

    public static Actor account(UUID id) {
        return new Actor(Kind.ACCOUNT, id.toString());
    }

    /// The house, doing by itself what it was built to do.
    ///
    /// @param task which of its tasks
    public static Actor system(String task) {
        return new Actor(Kind.SYSTEM, task);
    }

    public static Actor visitor() {
        return new Actor(Kind.VISITOR, "");
    }
}
