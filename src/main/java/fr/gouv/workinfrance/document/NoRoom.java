package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;

/// The place where documents are kept is full.
final class NoRoom extends IOException {

    NoRoom(String message) {
        super(message);
    }

    /// Says whether an error of the file system means that it is full: Java has no type for that,
    /// only the words of the operating system.
    static boolean isTold(@Nullable Throwable error) {
        for (Throwable e = error; e != null; e = e.getCause()) {
            String message = String.valueOf(e.getMessage());
            if (e instanceof NoRoom
                    || message.contains("No space left")
                    || message.contains("quota exceeded")) {
                return true;
            }
        }
        return false;
    }
}
