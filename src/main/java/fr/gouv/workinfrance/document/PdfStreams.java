package fr.gouv.workinfrance.document;

import java.nio.charset.StandardCharsets;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/// Measures how far the compressed parts of a PDF unfold, before anything unfolds them in memory: a
/// few kilobytes can hold gigabytes.
final class PdfStreams {

    /// What describes the pages: kept in memory as soon as the PDF is opened.
    private static final long STRUCTURE = 48L << 20;

    /// Any other part: an image of 60 million pixels in colours.
    private static final long PART = 192L << 20;

    private static final long WHOLE = 1L << 30;
    private static final int DICTIONARY = 512;
    private static final byte[] STREAM = ascii("stream");
    private static final byte[] END = ascii("end");

    private PdfStreams() {}

    /// Unfolds every part, and keeps nothing.
    ///
    /// @throws Refusal when one, or the whole, unfolds too far
    static void check(byte[] pdf) throws Refusal {
        Inflater inflater = new Inflater();
        byte[] sink = new byte[64 * 1024];
        long whole = 0;
        try {
            for (int at = next(pdf, 0); at >= 0; at = next(pdf, at)) {
                String dictionary =
                        new String(
                                pdf,
                                Math.max(0, at - DICTIONARY),
                                Math.min(at, DICTIONARY),
                                StandardCharsets.ISO_8859_1);
                dictionary = dictionary.substring(Math.max(0, dictionary.lastIndexOf(" obj")));
                boolean structure = dictionary.contains("ObjStm") || dictionary.contains("XRef");
                long limit = Math.min(structure ? STRUCTURE : PART, WHOLE - whole);
                whole += unfolded(inflater, pdf, at, sink, limit);
            }
        } finally {
            inflater.end();
        }
    }

    private static long unfolded(Inflater inflater, byte[] pdf, int from, byte[] sink, long limit)
            throws Refusal {
        inflater.reset();
        inflater.setInput(pdf, from, pdf.length - from);
        long count = 0;
        try {
            while (!inflater.finished() && !inflater.needsInput()) {
                int got = inflater.inflate(sink);
                if (got == 0 && inflater.needsDictionary()) {
                    return count;
                }
                count += got;
                if (count > limit) {
                    throw new Refusal(Reception.Reason.TOO_COMPLEX);
                }
            }
        } catch (DataFormatException _) {
            // Not compressed this way: what it holds is no larger than the file.
            return count;
        }
        return count;
    }

    /// Where the content of the next stream begins, after its keyword and the end of its line.
    private static int next(byte[] pdf, int from) {
        for (int at = from; at + STREAM.length < pdf.length; at++) {
            if (matches(pdf, at, STREAM) && !matches(pdf, at - END.length, END)) {
                int content = at + STREAM.length;
                while (content < pdf.length
                        && (pdf[content] == '\r' || pdf[content] == '\n' || pdf[content] == ' ')) {
                    content++;
                }
                return content;
            }
        }
        return -1;
    }

    private static boolean matches(byte[] bytes, int at, byte[] word) {
        if (at < 0 || at + word.length > bytes.length) {
            return false;
        }
        for (int i = 0; i < word.length; i++) {
            if (bytes[at + i] != word[i]) {
                return false;
            }
        }
        return true;
    }

    private static byte[] ascii(String word) {
        return word.getBytes(StandardCharsets.US_ASCII);
    }
}
