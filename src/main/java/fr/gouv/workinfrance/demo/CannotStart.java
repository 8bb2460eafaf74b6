package fr.gouv.workinfrance.demo;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

/// What keeps the demonstration from starting and its user can mend: told in one line, without a
/// stack trace.
final class CannotStart extends RuntimeException {

    private static final long serialVersionUID = 1L;

    CannotStart(String message, @Nullable Throwable cause) {
        super(message, cause);
    }

    /// Hands the line over to Spring, which prints it in place of the stack trace.
    static final class Told extends AbstractFailureAnalyzer<CannotStart> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, CannotStart cause) {
            return new FailureAnalysis(cause.getMessage(), null, cause);
        }
    }
}
