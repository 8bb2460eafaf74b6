package fr.gouv.workinfrance.mail;

import java.util.regex.Pattern;

/// A file that goes with a letter.
///
/// @param name as its recipient sees it
/// @param mediaType what it is, `application/pdf`
/// @param content its very bytes
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Enclosure(String name, String mediaType, byte[] content) {

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
                || content.length == 0
                || content.length > MOST) {
            throw new IllegalArgumentException("a letter cannot enclose this");
        }
    }

    /// Says neither what it is nor what it holds, so that no log does.
    @Override
    public String toString() {
        return "Enclosure[]";
    }
}
