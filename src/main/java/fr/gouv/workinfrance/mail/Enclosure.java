package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;

import java.util.regex.Pattern;

/// A file that goes with a letter: a document that the house keeps, fetched from its store when the
/// letter leaves. What it holds never changes, so that what was posted is what leaves.
///
/// @param name as its recipient sees it
/// @param mediaType what it is, `application/pdf`
/// @param size in bytes
public record Enclosure(DocumentId document, String name, String mediaType, long size) {

    /// The most that a letter carries, all files together, in bytes: half of what mail servers
    /// commonly take, once written in base64.
    public static final int MOST = 4 * 1024 * 1024;

    private static final Pattern NAME = Pattern.compile("[\\p{L}\\p{N}][\\p{L}\\p{N} ._-]{0,119}");
    private static final Pattern TYPE = Pattern.compile("[a-z]+/[a-z0-9][a-z0-9.+-]{0,60}");

    /// Refuses a name or a type that could write headers, and what is empty or too large.
    ///
    /// @throws IllegalArgumentException when it could not be sent safely
    public Enclosure {
        if (!NAME.matcher(name).matches()
                || !TYPE.matcher(mediaType).matches()
                || size <= 0
                || size > MOST) {
            throw new IllegalArgumentException("a letter cannot enclose this");
        }
    }

    /// A document that is kept, under its own name.
    public static Enclosure of(StoredDocument document) {
        return new Enclosure(document.id(), document.name(), document.mediaType(), document.size());
    }

    /// Says which it is, and neither its name nor what it holds, so that no log does.
    @Override
    public String toString() {
        return "Enclosure[" + document + "]";
    }
}
