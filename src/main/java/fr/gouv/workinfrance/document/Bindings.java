package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Subject;

import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Makes one PDF of several photographs.
@Component
public class Bindings {

    /// More pages than this are scanned rather than photographed.
    public static final int MOST = 40;

    /// Ten-point letters on an A4 page are 16 pixels high at the first quality, 11 at the last. The
    /// next one is taken when the whole is too large to be received.
    private static final List<Quality> QUALITIES =
            List.of(new Quality(2400, 0.82f), new Quality(2000, 0.7f), new Quality(1600, 0.55f));

    private final Documents documents;

    Bindings(Documents documents) {
        this.documents = documents;
    }

    private record Quality(int longest, float jpeg) {}

    /// Binds photographs in this order, upright and without what their camera wrote in them, and
    /// receives the whole as if the person had sent it.
    ///
    /// @param images at most [#MOST] images
    /// @param on whose journal says that they were read
    /// @return empty when one of them cannot be shown any more
    public Optional<Reception> bind(List<DocumentId> images, String name, Actor by, Subject on) {
        if (images.isEmpty() || images.size() > MOST) {
            throw new IllegalArgumentException(images.size() + " images");
        }
        byte[] bound = new byte[0];
        for (Quality quality : QUALITIES) {
            Optional<byte[]> made = bound(images, quality, by, on);
            if (made.isEmpty()) {
                return Optional.empty();
            }
            bound = made.get();
            if (bound.length <= Documents.MAX_SIZE) {
                break;
            }
        }
        return Optional.of(
                documents.store(new ByteArrayInputStream(bound), name, bound.length, by));
    }

    /// One image in memory at a time.
    private Optional<byte[]> bound(List<DocumentId> images, Quality quality, Actor by, Subject on) {
        try (Binder binder = new Binder()) {
            for (DocumentId image : images) {
                Optional<byte[]> page =
                        documents.look(
                                image,
                                by,
                                on,
                                Map.of("use", "bound"),
                                (sheets, _) ->
                                        sheets.picture(1, quality.longest()).jpeg(quality.jpeg()));
                if (page.isEmpty()) {
                    return Optional.empty();
                }
                binder.add(page.get());
            }
            return Optional.of(binder.bound());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
