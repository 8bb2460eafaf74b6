package fr.gouv.workinfrance.mail;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/// A letter as it will be sent, files included: what is encrypted while it waits.
record Composed(
        String to,
        String language,
        String subject,
        String text,
        String html,
        List<Enclosure> enclosures) {

    /// How letters were kept before they could enclose anything: some may still wait.
    private static final int BARE = 1;

    private static final int VERSION = 2;

    Composed {
        if (subject.isBlank() || subject.length() > 200 || hasControl(subject)) {
            throw new IllegalArgumentException("a letter cannot have this subject");
        }
        enclosures = List.copyOf(enclosures);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            out.writeByte(VERSION);
            for (var part : new String[] {to, language, subject, text, html}) {
                write(out, part.getBytes(StandardCharsets.UTF_8));
            }
            out.writeInt(enclosures.size());
            for (var enclosure : enclosures) {
                write(out, enclosure.name().getBytes(StandardCharsets.UTF_8));
                write(out, enclosure.mediaType().getBytes(StandardCharsets.UTF_8));
                write(out, enclosure.content());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    static Composed of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            int version = in.readByte();
            if (version != VERSION && version != BARE) {
                throw new IOException("unknown version of a kept letter");
            }
            return new Composed(
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    text(in),
                    version == BARE ? List.of() : enclosures(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return "Composed[]";
    }

    private static List<Enclosure> enclosures(DataInputStream in) throws IOException {
        int count = in.readInt();
        var enclosures = new ArrayList<Enclosure>(count);
        for (int i = 0; i < count; i++) {
            enclosures.add(new Enclosure(text(in), text(in), part(in)));
        }
        return enclosures;
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(part(in), StandardCharsets.UTF_8);
    }

    private static byte[] part(DataInputStream in) throws IOException {
        return in.readNBytes(in.readInt());
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
