package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Piece;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The photographs of a piece, about to become one PDF: in which order, and which are left apart.
/// The order is in the address, so that each step is a page one can come back to.
///
/// @param images of the piece, in the order in which they were joined
/// @param order those that are bound, as they will be
public record BindingView(
        Seen seen, Piece piece, List<StoredDocument> images, List<StoredDocument> order) {

    /// The clean images joined for a piece.
    static List<StoredDocument> images(
            Seen seen, Piece piece, Map<DocumentId, StoredDocument> files) {
        return seen.dossier().attachments().of(piece.id()).stream()
                .filter(Attachment.Joined.class::isInstance)
                .map(attachment -> files.get(((Attachment.Joined) attachment).document()))
                .filter(Objects::nonNull)
                .filter(file -> file.isImage() && file.clean())
                .toList();
    }

    /// As an address asks for it.
    ///
    /// @param asked ids, between commas; empty for all of them
    static BindingView of(Seen seen, Piece piece, List<StoredDocument> images, String asked) {
        List<StoredDocument> order =
                asked.isEmpty()
                        ? images
                        : Stream.of(asked.split(",", -1))
                                .distinct()
                                .flatMap(
                                        id -> images.stream().filter(image -> id(image).equals(id)))
                                .toList();
        return new BindingView(seen, piece, images, order);
    }

    private static String id(StoredDocument image) {
        return image.id().value().toString();
    }

    /// Whether there is something to bind.
    public boolean ready() {
        return order.size() > 1;
    }

    /// Those that are left as they are.
    public List<StoredDocument> apart() {
        return images.stream().filter(image -> !order.contains(image)).toList();
    }

    /// The order, as a form sends it.
    public String sent() {
        return written(order);
    }

    /// This page, once the image at `place` is one place higher or lower.
    ///
    /// @param by -1 or 1
    public String moved(int place, int by) {
        List<StoredDocument> next = new ArrayList<>(order);
        next.add(place + by, next.remove(place));
        return at(next);
    }

    /// This page, without the image at `place`.
    public String without(int place) {
        List<StoredDocument> next = new ArrayList<>(order);
        next.remove(place);
        return at(next);
    }

    /// This page, with one more image at the end.
    public String with(StoredDocument image) {
        return at(Stream.concat(order.stream(), Stream.of(image)).toList());
    }

    private String at(List<StoredDocument> next) {
        // a comma alone: nothing is bound, which is not all of it
        return address() + "?ordre=" + (next.isEmpty() ? "," : written(next));
    }

    private static String written(List<StoredDocument> images) {
        return images.stream().map(BindingView::id).collect(Collectors.joining(","));
    }

    public String address() {
        return base() + "/pieces/" + piece.id() + "/reunir";
    }

    public String base() {
        return "/dossiers/" + seen.dossier().reference();
    }

    /// The address of a small drawing of it.
    public String thumbnail(StoredDocument image) {
        return base() + "/documents/" + id(image) + "/1?largeur=240";
    }
}
