package fr.gouv.workinfrance.procedure;

/// How far a legal statement may be trusted. Declared from the surest to the least sure.
public enum Confidence {
    /// The official text, or an official page of the administration, was read.
    A("A"),
    /// Read in a secondary source, or our own reading of an official text that could be read
    /// otherwise.
    B("B"),
    /// Known in general, confirmed nowhere yet.
    C("C"),
    /// A contradiction or a gap.
    UNKNOWN("?");

    private final String symbol;

    Confidence(String symbol) {
        this.symbol = symbol;
    }

    /// The sign used in the files and on pages: `A`, `B`, `C` or `?`.
    public String symbol() {
        return symbol;
    }
}
