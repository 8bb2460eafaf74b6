package fr.gouv.workinfrance.mail;

import fr.gouv.workinfrance.document.DocumentId;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/// A letter as it will be sent: what is encrypted while it waits, and packed before, since what is
/// encrypted packs no more. Its words are kept once, and drawn as plain text again when it leaves;
/// of the files that go with it, it says which they are.
///
/// @param html well-formed
record Composed(
        String to,
        String language,
        String subject,
        String text,
        String html,
        List<Enclosure> enclosures) {

    Composed {
        if (subject.isBlank() || subject.length() > 200 || hasControl(subject)) {
            throw new IllegalArgumentException("a letter cannot have this subject");
        }
        enclosures = List.copyOf(enclosures);
    }

    /// The letter that an XHTML document says.
    ///
    /// @throws IllegalArgumentException when it is not well-formed, or has no title to be a subject
    static Composed of(String to, String language, String xhtml, List<Enclosure> enclosures) {
        var written = PlainText.of(xhtml);
        return new Composed(to, language, written.subject(), written.body(), xhtml, enclosures);
    }

    byte[] bytes() {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            for (var part : new String[] {to, language, html}) {
                write(out, part.getBytes(StandardCharsets.UTF_8));
            }
            out.writeInt(enclosures.size());
            for (var enclosure : enclosures) {
                out.writeLong(enclosure.document().value().getMostSignificantBits());
                out.writeLong(enclosure.document().value().getLeastSignificantBits());
                write(out, enclosure.name().getBytes(StandardCharsets.UTF_8));
                write(out, enclosure.mediaType().getBytes(StandardCharsets.UTF_8));
                out.writeLong(enclosure.size());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return Packing.packed(bytes.toByteArray());
    }

    static Composed of(byte[] bytes) {
        try (var in = new DataInputStream(new ByteArrayInputStream(Packing.unpacked(bytes)))) {
            return of(text(in), text(in), text(in), enclosures(in));
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
            var document = new DocumentId(new UUID(in.readLong(), in.readLong()));
            enclosures.add(new Enclosure(document, text(in), text(in), in.readLong()));
        }
        return enclosures;
    }

    private static void write(DataOutputStream out, byte[] part) throws IOException {
        out.writeInt(part.length);
        out.write(part);
    }

    private static String text(DataInputStream in) throws IOException {
        return new String(in.readNBytes(in.readInt()), StandardCharsets.UTF_8);
    }

    private static boolean hasControl(String text) {
        return text.codePoints().anyMatch(Character::isISOControl);
    }
}
