package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.document.paper.Bundle;
import fr.gouv.workinfrance.document.paper.Bundle.Enclosure;
import fr.gouv.workinfrance.document.paper.Bundle.Expected;
import fr.gouv.workinfrance.document.paper.Paper;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Version;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// What is told of the documents of a request: to whoever sent them, so that they are mended now;
/// to whoever examines them, as doubts.
///
/// @param bundle the documents that this person may see
public record AdviceView(Version version, Bundle bundle, List<String> names) {

    /// What is told of the documents that this person may see.
    ///
    /// @param files what is known of them; those that were erased are not there
    public static AdviceView of(
            Seen seen, Map<DocumentId, StoredDocument> files, Map<DocumentId, Paper> papers) {
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
                                enclosure(seen.version(), joined, files, papers, names)
                                        .ifPresent(enclosures::add));
        return new AdviceView(seen.version(), new Bundle(enclosures), names);
    }

    private static Optional<Enclosure> enclosure(
            Version version,
            Attachment.Joined joined,
            Map<DocumentId, StoredDocument> files,
            Map<DocumentId, Paper> papers,
            List<String> names) {
        StoredDocument file = files.get(joined.document());
        return version.piece(joined.piece())
                .filter(_ -> file != null)
                .map(
                        piece ->
                                new Enclosure(
                                        joined.document().value(),
                                        expected(piece, names),
                                        Objects.requireNonNull(file).sha256(),
                                        file.pages(),
                                        papers.get(joined.document())));
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

    /// In the words of whoever sent it, with what to do.
    public String say(Shell shell, Advice advice) {
        return say(shell, "document.advice.", advice);
    }

    /// In the words of whoever examines it.
    public String doubt(Shell shell, Advice advice) {
        return say(shell, "site.desk.doubt.", advice);
    }

    private String say(Shell shell, String key, Advice advice) {
        String about =
                version.piece(advice.about())
                        .filter(_ -> advice.code() == Advice.Code.ELSEWHERE)
                        .map(piece -> shell.say(piece.name()))
                        .orElse(advice.about());
        return shell.say(key + advice.code(), advice.number(), about);
    }
}
