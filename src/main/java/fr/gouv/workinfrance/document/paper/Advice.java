package fr.gouv.workinfrance.document.paper;

/// Something in a document that was received all the same, and that its sender may want to mend:
/// advice, never a refusal. The words for the sender are `document.advice.` and the code; for
/// whoever examines, `site.desk.doubt.` and the code.
///
/// @param number the page it is about, from 1; 0 for the only page of an image. The number of sides
///   that are expected, for [Code#SIDES]
/// @param about the name that was looked for, or the id of the other piece; empty for the rest
public record Advice(Code code, int number, String about) {

    /// How much it matters.
    public enum Severity {
        /// It may well be as it should.
        INFO,
        /// Whoever examines will most probably ask for another one.
        WARN
    }

    /// What it is about.
    public enum Code {
        /// A page on which there is nothing, or almost.
        EMPTY_PAGE(Severity.INFO),
        /// So few pixels that its words cannot be read.
        SMALL(Severity.WARN),
        /// The photograph is not sharp.
        BLURRED(Severity.WARN),
        /// The photograph lacks light.
        DARK(Severity.WARN),
        /// The words hardly stand out from the paper.
        PALE(Severity.WARN),
        /// The very same file was refused to the same person before.
        REFUSED_BEFORE(Severity.WARN),
        /// The same file stands twice for one piece.
        TWICE(Severity.WARN),
        /// The same file stands for another piece as well.
        ELSEWHERE(Severity.INFO),
        /// Fewer sides than the piece has.
        SIDES(Severity.INFO),
        /// A name that was answered is not read in the document.
        NAME(Severity.INFO);

        private final Severity severity;

        Code(Severity severity) {
            this.severity = severity;
        }
    }

    /// Advice about a whole document.
    static Advice of(Code code) {
        return new Advice(code, 0, "");
    }

    /// Advice about one of its pages.
    static Advice of(Code code, int number) {
        return new Advice(code, number, "");
    }

    public Severity severity() {
        return code.severity;
    }
}
