package fr.gouv.workinfrance.document;

import java.text.Normalizer;

/// A file name fit to be shown on a page, written in a header and offered for download. It is never
/// used as a path: a document is kept under its own number.
record FileName(String value) {

    private static final int LONGEST = 120;

    /// Keeps what a person would recognise of the name, and gives it the extension of the content:
    /// no folder, no control or invisible character, nothing that turns the reading direction, no
    /// character that a file system or a header refuses.
    static FileName clean(String typed, FileType type) {
        String name = Normalizer.normalize(typed, Normalizer.Form.NFC).replace('\\', '/');
        name = name.substring(name.lastIndexOf('/') + 1);
        StringBuilder kept = new StringBuilder();
        name.codePoints()
                .map(c -> Character.isWhitespace(c) || Character.isSpaceChar(c) ? ' ' : c)
                .filter(FileName::harmless)
                .forEach(kept::appendCodePoint);
        name = kept.toString().replaceAll(" +", " ").strip();
        name = withoutExtension(name).replaceFirst("^[. ]+", "").replaceFirst("[. ]+$", "");
        if (name.isEmpty()) {
            name = "document";
        }
        if (name.codePointCount(0, name.length()) > LONGEST) {
            name = name.substring(0, name.offsetByCodePoints(0, LONGEST)).strip();
        }
        return new FileName(name + "." + type.extension());
    }

    /// The extension as typed, in lower case and without its dot; empty when there is none.
    static String extension(String typed) {
        int dot = typed.lastIndexOf('.');
        return dot < 0 ? "" : typed.substring(dot + 1).strip().toLowerCase(java.util.Locale.ROOT);
    }

    private static String withoutExtension(String name) {
        for (FileType type : FileType.values()) {
            if (type.claimedBy(extension(name))) {
                return name.substring(0, name.lastIndexOf('.'));
            }
        }
        return name;
    }

    private static boolean harmless(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.PRIVATE_USE,
                    Character.SURROGATE,
                    Character.UNASSIGNED ->
                    false;
            default -> "<>:\"|?*/%".indexOf(c) < 0;
        };
    }
}
