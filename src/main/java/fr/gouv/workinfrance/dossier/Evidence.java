package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.document.Sheaf;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Bundle;
import fr.gouv.workinfrance.document.paper.Bundle.Enclosure;
import fr.gouv.workinfrance.document.paper.Bundle.Expected;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Version;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What the documents of a request give reason to look at, beside what was answered.
///
/// @param bundle the documents that someone may see
/// @param names that some of them should bear
public record Evidence(Version version, Bundle bundle, List<String> names) {

    public Evidence {
        names = List.copyOf(names);
    }

    /// That of the documents that this person may see.
    ///
    /// @param sheaf what is known of them
    public static Evidence of(Seen seen, Sheaf sheaf) {
        List<String> names =
                Stream.of(Known.WORKER_SURNAME, Known.WORKER_GIVEN_NAMES)
                        .flatMap(known -> seen.dossier().answers().text(known.field()).stream())
                        .toList();
        List<Enclosure> enclosures = new ArrayList<>();
        seen.dossier()
                .attachments()
                .joined()
                .filter(joined -> seen.document(joined.document().value().toString()).isPresent())
                .forEach(
                        joined ->
                                enclosure(seen.version(), joined, sheaf, names)
                                        .ifPresent(enclosures::add));
        return new Evidence(seen.version(), new Bundle(enclosures), names);
    }

    private static Optional<Enclosure> enclosure(
            Version version, Attachment.Joined joined, Sheaf sheaf, List<String> names) {
        StoredDocument file = sheaf.files().get(joined.document());
        return version.piece(joined.piece())
                .filter(_ -> file != null)
                .map(
                        piece ->
                                new Enclosure(
                                        joined.document().value(),
                                        expected(piece, names),
                                        Objects.requireNonNull(file).sha256(),
                                        file.pages(),
                                        sheaf.papers().get(joined.document())));
    }

    private static Expected expected(Piece piece, List<String> names) {
        return new Expected(
                piece.id(), piece.sides(), piece.identity(), piece.named() ? names : List.of());
    }

    /// About one document.
    public List<Advice> of(Attachment.Joined joined) {
        return bundle.enclosures().stream()
                .filter(one -> one.document().equals(joined.document().value()))
                .filter(one -> one.expected().piece().equals(joined.piece()))
                .findFirst()
                .map(bundle::about)
                .orElse(List.of());
    }

    /// About all that was joined for a piece.
    public List<Advice> of(Piece piece) {
        return bundle.about(expected(piece, names));
    }
}
