package fr.gouv.workinfrance.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.Inflater;
import java.util.zip.InflaterInputStream;

/// Makes small what waits (deflate), by what most letters say, of which it then keeps no more than
/// where it stands in `packing-3.txt`. That file never changes, since letters that wait are
/// unpacked by it: other words are another number. Letters may say what is not in it; they are then
/// larger.
final class Packing {

    /// The number of the file, and the first byte of what is packed by it.
    static final int NUMBER = 3;

    private static final byte[] USUAL = usual();

    private Packing() {}

    static byte[] packed(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        out.write(NUMBER);
        try (var deflater = new Deflater(Deflater.BEST_COMPRESSION, true)) {
            deflater.setDictionary(USUAL);
            try (var packing = new DeflaterOutputStream(out, deflater)) {
                packing.write(bytes);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /// What [#packed] packed.
    ///
    /// @throws IllegalArgumentException when it was packed by another number
    /// @throws UncheckedIOException when it was not packed so
    static byte[] unpacked(byte[] packed) {
        var in = new ByteArrayInputStream(packed);
        if (in.read() != NUMBER) {
            throw new IllegalArgumentException("unknown number of a packed letter");
        }
        try (var inflater = new Inflater(true)) {
            inflater.setDictionary(USUAL);
            return new InflaterInputStream(in, inflater).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] usual() {
        try (InputStream in = Packing.class.getResourceAsStream("/mail/packing-3.txt")) {
            return Objects.requireNonNull(in).readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
