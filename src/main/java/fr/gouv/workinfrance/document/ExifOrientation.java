package fr.gouv.workinfrance.document;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/// Reads from a JPEG how its camera was held: without it, half the photographs taken with a
/// telephone lie on their side.
final class ExifOrientation {

    private static final int UPRIGHT = 1;
    private static final int TAG = 0x0112;
    private static final int APP1 = 0xE1;
    private static final int START_OF_SCAN = 0xDA;

    private ExifOrientation() {}

    /// From 1 (upright) to 8, as EXIF numbers them; 1 when it is not said, or not a JPEG.
    static int of(byte[] content) {
        ByteBuffer bytes = ByteBuffer.wrap(content);
        if (content.length < 4 || bytes.getShort(0) != (short) 0xFFD8) {
            return UPRIGHT;
        }
        int at = 2;
        while (at + 4 <= content.length && (content[at] & 0xFF) == 0xFF) {
            int marker = content[at + 1] & 0xFF;
            int length = bytes.getShort(at + 2) & 0xFFFF;
            if (marker == START_OF_SCAN || length < 2 || at + 2 + length > content.length) {
                return UPRIGHT;
            }
            if (marker == APP1 && length >= 16 && bytes.getInt(at + 4) == 0x45786966) {
                return inDirectory(bytes.slice(at + 10, length - 8));
            }
            at += 2 + length;
        }
        return UPRIGHT;
    }

    private static int inDirectory(ByteBuffer tiff) {
        tiff.order(tiff.getShort(0) == 0x4949 ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN);
        int directory = tiff.getInt(4);
        if (directory < 8 || directory + 2 > tiff.capacity()) {
            return UPRIGHT;
        }
        int entries = tiff.getShort(directory) & 0xFFFF;
        for (int i = 0; i < entries; i++) {
            int entry = directory + 2 + i * 12;
            if (entry + 12 > tiff.capacity()) {
                return UPRIGHT;
            }
            if ((tiff.getShort(entry) & 0xFFFF) == TAG) {
                int orientation = tiff.getShort(entry + 8);
                return orientation >= 1 && orientation <= 8 ? orientation : UPRIGHT;
            }
        }
        return UPRIGHT;
    }
}
