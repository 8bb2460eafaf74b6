package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.DocumentId;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What answers the pieces of a dossier, in the order in which it came.
///
/// @param replaced what answered them when it was deposited or later, was taken out since, and is
///   kept
public record Attachments(List<Attachment> all, List<Replaced> replaced) {

    public static final Attachments NONE = new Attachments(List.of(), List.of());

    public Attachments {
        all = List.copyOf(all);
        replaced = List.copyOf(replaced);
    }

    /// A document that answered a piece, and does so no more.
    record Replaced(String piece, DocumentId document) {}

    /// What answers one piece.
    public List<Attachment> of(String piece) {
        return all.stream().filter(attachment -> attachment.piece().equals(piece)).toList();
    }

    /// The documents joined.
    public Stream<Attachment.Joined> joined() {
        return some(Attachment.Joined.class);
    }

    /// The pieces for which a document is there.
    ///
    /// @param destroyed documents that are there no more: a virus was found in them
    Set<String> given(Set<DocumentId> destroyed) {
        return joined().filter(joined -> !destroyed.contains(joined.document()))
                .map(Attachment::piece)
                .collect(Collectors.toSet());
    }

    /// The documents joined, by their ids.
    public List<DocumentId> documents() {
        return joined().map(Attachment.Joined::document).toList();
    }

    /// Each document that was ever joined to it and is kept.
    public Stream<DocumentId> known() {
        return Stream.concat(documents().stream(), replaced.stream().map(Replaced::document))
                .distinct();
    }

    /// The pieces that this document answers, or answered before it was replaced.
    public Stream<String> answeredBy(DocumentId document) {
        return Stream.concat(
                joined().filter(joined -> joined.document().equals(document))
                        .map(Attachment.Joined::piece),
                replaced.stream()
                        .filter(old -> old.document().equals(document))
                        .map(Replaced::piece));
    }

    /// The pieces declared unavailable, with a reason.
    public Set<String> unavailable() {
        return some(Attachment.Unavailable.class)
                .map(Attachment::piece)
                .collect(Collectors.toSet());
    }

    /// One more document, which takes back that the piece could not be given.
    Attachments with(Attachment.Joined joined) {
        return available(joined.piece()).and(joined);
    }

    Attachments without(String piece, UUID document) {
        return but(
                attachment ->
                        attachment.piece().equals(piece)
                                && attachment instanceof Attachment.Joined joined
                                && joined.document().value().equals(document));
    }

    /// Replaces whatever answered the piece: one does not both give a document and say that it
    /// cannot be given.
    Attachments with(Attachment.Unavailable unavailable) {
        return but(attachment -> attachment.piece().equals(unavailable.piece())).and(unavailable);
    }

    /// With all this and nothing else for a piece.
    Attachments with(String piece, List<Attachment> answers) {
        Attachments without = but(attachment -> attachment.piece().equals(piece));
        return new Attachments(
                Stream.concat(without.all.stream(), answers.stream()).toList(), replaced);
    }

    /// Without those of this person.
    Attachments without(UUID author) {
        return but(attachment -> attachment.author().equals(author));
    }

    /// Takes back that a piece cannot be given.
    Attachments available(String piece) {
        return but(
                attachment ->
                        attachment.piece().equals(piece)
                                && attachment instanceof Attachment.Unavailable);
    }

    private Attachments but(Predicate<Attachment> left) {
        return new Attachments(all.stream().filter(left.negate()).toList(), replaced);
    }

    private Attachments and(Attachment more) {
        return new Attachments(Stream.concat(all.stream(), Stream.of(more)).toList(), replaced);
    }

    private <T extends Attachment> Stream<T> some(Class<T> kind) {
        return all.stream().filter(kind::isInstance).map(kind::cast);
    }
}
