package fr.gouv.workinfrance.dossier.correction;

/// What of a request can be mended: the answer to a question, or what answers a piece.
///
/// @param id of the question, or of the piece, in the version that the dossier follows
public record Subject(Kind kind, String id) {

    public enum Kind {
        FIELD,
        PIECE
    }

    public static Subject field(String id) {
        return new Subject(Kind.FIELD, id);
    }

    public static Subject piece(String id) {
        return new Subject(Kind.PIECE, id);
    }

    /// As it is written in addresses and forms, `FIELD.pay`.
    @Override
    public String toString() {
        return kind + "." + id;
    }

    /// The subject that was written so.
    ///
    /// @throws IllegalArgumentException when it was not
    public static Subject parse(String written) {
        int dot = written.indexOf('.');
        if (dot < 0 || dot == written.length() - 1) {
            throw new IllegalArgumentException("not a subject of correction");
        }
        return new Subject(Kind.valueOf(written.substring(0, dot)), written.substring(dot + 1));
    }
}
