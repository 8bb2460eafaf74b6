package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// A file on its way in: told by its first bytes, then counted and hashed as it passes. It holds
/// one buffer, never the file.
final class Intake {

    private final InputStream in;
    private final long announced;
    private final @Nullable String expected;
    private final MessageDigest digest;
    private final byte[] head;
    private final FileType type;
    private long size;
    private String hash = "";

    /// Reads the first bytes.
    ///
    /// @param announced bytes to come; negative when not known
    /// @param expected the SHA-256 of the whole, in hexadecimal; null when not known
    /// @throws Refusal when it can be refused already
    Intake(InputStream in, String name, long announced, @Nullable String expected) throws Refusal {
        if (announced > Documents.MAX_SIZE) {
            throw new Refusal(Reception.Reason.TOO_LARGE);
        }
        this.in = in;
        this.announced = announced;
        this.expected = expected;
        this.digest = sha256();
        this.head = read(FileType.HEAD);
        if (head.length == 0) {
            throw new Refusal(announced > 0 ? Reception.Reason.CUT : Reception.Reason.EMPTY);
        }
        this.type = FileType.sniff(head, name);
    }

    /// A file of our own making, whose type need not be told.
    ///
    /// @param length in bytes
    Intake(InputStream in, FileType type, long length) throws Refusal {
        this.in = in;
        this.announced = length;
        this.expected = null;
        this.digest = sha256();
        this.head = read(FileType.HEAD);
        this.type = type;
    }

    FileType type() {
        return type;
    }

    /// Lets all of it pass.
    ///
    /// @throws Refusal when it turns out too large, or is cut
    void passTo(OutputStream out) throws IOException {
        byte[] bytes = head;
        while (bytes.length > 0) {
            size += bytes.length;
            if (size > Documents.MAX_SIZE) {
                throw new Refusal(Reception.Reason.TOO_LARGE);
            }
            digest.update(bytes);
            out.write(bytes);
            bytes = read(64 * 1024);
        }
        if (announced >= 0 && size != announced) {
            throw new Refusal(Reception.Reason.CUT);
        }
        hash = HexFormat.of().formatHex(digest.digest());
        if (expected != null && !hash.equals(expected)) {
            throw new Refusal(Reception.Reason.CUT);
        }
    }

    /// In bytes, once all of it has passed.
    long size() {
        return size;
    }

    /// In hexadecimal, once all of it has passed.
    String hash() {
        return hash;
    }

    private byte[] read(int length) throws Refusal {
        try {
            return in.readNBytes(length);
        } catch (IOException e) {
            throw new Refusal(Reception.Reason.CUT, e);
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
