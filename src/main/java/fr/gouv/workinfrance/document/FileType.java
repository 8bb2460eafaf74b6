package fr.gouv.workinfrance.document;

import org.apache.tika.Tika;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Optional;

/// The kinds of file that are accepted, told by their content and never by their name.
enum FileType {
    PDF("application/pdf", "pdf", "pdf"),
    JPEG("image/jpeg", "jpg", "jpe?g|jpe|jfif"),
    PNG("image/png", "png", "png"),
    WEBP("image/webp", "webp", "webp");

    /// How many bytes of the beginning are enough to tell.
    static final int HEAD = 8 * 1024;

    /// A PDF reader looks for the header of a PDF this far into a file.
    private static final int PDF_HEADER_WITHIN = 1024;

    private static final Tika TIKA = new Tika();
    private static final byte[] PDF_HEADER = ascii("%PDF-");
    private static final byte[] PNG_HEADER = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1A, '\n'};
    private static final byte[] JPEG_HEADER = {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF};
    private static final byte[] ZIP_END = {'P', 'K', 5, 6};
    private static final int ZIP_END_LENGTH = 22;

    private final String mediaType;
    private final String extension;
    private final String claims;

    FileType(String mediaType, String extension, String claims) {
        this.mediaType = mediaType;
        this.extension = extension;
        this.claims = claims;
    }

    String mediaType() {
        return mediaType;
    }

    String extension() {
        return extension;
    }

    boolean claimedBy(String typedExtension) {
        return typedExtension.matches(claims);
    }

    static Optional<FileType> of(String mediaType) {
        return Arrays.stream(values()).filter(t -> t.mediaType.equals(mediaType)).findFirst();
    }

    /// Tells what a file is from its first bytes: its signature stands at the very first byte, and
    /// nothing else is recognised in it.
    ///
    /// @param head the first [#HEAD] bytes, or the whole file when it is shorter
    /// @param name as typed, to know whether the file pretends to be what it is not
    static FileType sniff(byte[] head, String name) throws Refusal {
        Optional<FileType> signed = Arrays.stream(values()).filter(t -> t.opens(head)).findFirst();
        String detected = TIKA.detect(head);
        if (signed.isPresent()) {
            FileType type = signed.get();
            if (!detected.equals(type.mediaType) || (type != PDF && holdsPdfHeader(head))) {
                throw new Refusal(Reception.Reason.FORGED_TYPE);
            }
            return type;
        }
        String claimed = FileName.extension(name);
        boolean pretends =
                of(detected).isPresent()
                        || Arrays.stream(values()).anyMatch(t -> t.claimedBy(claimed));
        throw new Refusal(
                pretends ? Reception.Reason.FORGED_TYPE : Reception.Reason.UNSUPPORTED_TYPE);
    }

    /// Says whether a ZIP archive (a JAR, an Office document…) is hidden behind the accepted
    /// content: archives are read from their end, so that one file can be two things.
    static boolean endsAsArchive(byte[] content) {
        int last = content.length - ZIP_END_LENGTH;
        for (int at = last; at >= 0 && at >= last - 0xFFFF; at--) {
            if (startsWith(content, at, ZIP_END)
                    && at + ZIP_END_LENGTH + unsignedShort(content, at + 20) == content.length) {
                return true;
            }
        }
        return false;
    }

    private boolean opens(byte[] head) {
        return switch (this) {
            case PDF -> startsWith(head, 0, PDF_HEADER);
            case JPEG -> startsWith(head, 0, JPEG_HEADER);
            case PNG -> startsWith(head, 0, PNG_HEADER);
            case WEBP -> startsWith(head, 0, ascii("RIFF")) && startsWith(head, 8, ascii("WEBP"));
        };
    }

    private static boolean holdsPdfHeader(byte[] head) {
        for (int at = 0; at < Math.min(head.length, PDF_HEADER_WITHIN); at++) {
            if (startsWith(head, at, PDF_HEADER)) {
                return true;
            }
        }
        return false;
    }

    private static boolean startsWith(byte[] bytes, int at, byte[] prefix) {
        return at >= 0
                && at + prefix.length <= bytes.length
                && Arrays.equals(bytes, at, at + prefix.length, prefix, 0, prefix.length);
    }

    private static int unsignedShort(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) | (bytes[at + 1] & 0xFF) << 8;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
