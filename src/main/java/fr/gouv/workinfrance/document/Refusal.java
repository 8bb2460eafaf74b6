package fr.gouv.workinfrance.document;

import java.io.IOException;

/// Stops a reception half-way, so that the store drops what it had begun to write; it never leaves
/// this package.
final class Refusal extends IOException {

    private final Reception.Reason reason;
    private boolean again;

    Refusal(Reception.Reason reason) {
        super(reason.name());
        this.reason = reason;
    }

    Refusal(Reception.Reason reason, Throwable cause) {
        super(reason.name(), cause);
        this.reason = reason;
    }

    Reception.Reason reason() {
        return reason;
    }

    /// Whether the same file was refused to the same person before.
    boolean again() {
        return again;
    }

    Refusal again(boolean before) {
        again = before;
        return this;
    }
}
