package fr.gouv.workinfrance.procedure.file;

/// One thing wrong in a file of the catalogue.
///
/// @param file its name
/// @param line counted from 1
/// @param column counted from 1
/// @param reason what is wrong, and when it can be guessed, what was meant
public record Mistake(String file, int line, int column, String reason) {
    @Override
    public String toString() {
        return file + ":" + line + ":" + column + " " + reason;
    }
}
