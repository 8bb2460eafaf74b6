package fr.gouv.workinfrance.procedure.file;

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
}
