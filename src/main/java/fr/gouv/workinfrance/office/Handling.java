package fr.gouv.workinfrance.office;

import java.util.List;

/// Which services have a request, and why: shown to the parties and to the caseworkers.
///
/// @param deciding the préfecture, whose préfet decides (R5221-15, R5221-17 of the Code du travail)
/// @param examining the platform that examines for it, or the préfecture itself
public record Handling(Office deciding, Office examining) {

    /// The message that explains it, with [#args] as its arguments.
    public String messageKey() {
        return deciding.equals(examining) ? "office.handling.own" : "office.handling.platform";
    }

    /// The name of the préfecture, then of the platform.
    public List<String> args() {
        return List.of(deciding.name(), examining.name());
    }
}
