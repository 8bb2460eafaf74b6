package fr.gouv.workinfrance.procedure.file;

import org.springframework.boot.diagnostics.AbstractFailureAnalyzer;
import org.springframework.boot.diagnostics.FailureAnalysis;

import java.util.List;
import java.util.stream.Collectors;

/// Stops the start: the catalogue has mistakes, all of them told at once.
public final class BrokenCatalogue extends RuntimeException {
    private static final long serialVersionUID = 1;

    public BrokenCatalogue(List<Mistake> mistakes) {
        super(
                mistakes.stream()
                        .map(Mistake::toString)
                        .collect(
                                Collectors.joining(
                                        "\n  ",
                                        "mistakes in the catalogue of procedures: "
                                                + mistakes.size()
                                                + "\n  ",
                                        "")));
    }

    /// Hands the mistakes over to Spring, which prints them in place of the stack trace.
    static final class Told extends AbstractFailureAnalyzer<BrokenCatalogue> {

        @Override
        protected FailureAnalysis analyze(Throwable failure, BrokenCatalogue cause) {
            return new FailureAnalysis(
                    cause.getMessage(), "docs/catalogue.md says how its files are written.", cause);
        }
    }
}
