package fr.gouv.workinfrance.document;

import org.jspecify.annotations.Nullable;

import java.io.IOException;
import java.io.InputStream;
import java.util.Iterator;
import java.util.List;

/// The parts of an upload, one after the other: no more than one is open at a time.
final class Assembled extends InputStream {

    private final Iterator<UploadTable.Part> parts;
    private final Opener opener;
    private @Nullable InputStream open;

    Assembled(List<UploadTable.Part> parts, Opener opener) {
        this.parts = parts.iterator();
        this.opener = opener;
    }

    /// Opens a part, in clear.
    interface Opener {
        InputStream open(UploadTable.Part part) throws IOException;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
        while (open != null || parts.hasNext()) {
            if (open == null) {
                open = opener.open(parts.next());
            }
            int read = open.read(bytes, from, length);
            if (read >= 0) {
                return read;
            }
            close();
        }
        return -1;
    }

    @Override
    public void close() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
