package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.procedure.Piece;

import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;

/// Joins a specimen to each piece of a request, or says why it cannot be given.
@Component
@Profile("demo")
class Pieces {

    /// What people photograph rather than scan.
    private static final List<String> PHOTOGRAPHED = List.of("title", "passport");

    private final Documents documents;
    private final Drafts drafts;
    private final MessageSource words;

    Pieces(Documents documents, Drafts drafts, MessageSource words) {
        this.documents = documents;
        this.drafts = drafts;
        this.words = words;
    }

    /// Sends the documents, and gives back what remains to be done in a transaction: joining them.
    Runnable prepare(Seen seen, Step step, Story story, Account who) {
        Dossier dossier = seen.dossier();
        Map<String, DocumentId> sent = new LinkedHashMap<>();
        Map<String, String> unavailable = new LinkedHashMap<>();
        for (Piece piece : wanted(seen, step, story)) {
            String reason = story.unavailable().get(piece.id());
            if (reason == null) {
                sent.put(piece.id(), send(piece, dossier, who));
            } else {
                unavailable.put(piece.id(), reason);
            }
        }
        return () -> {
            sent.forEach((piece, document) -> drafts.attach(dossier.id(), piece, document, who));
            unavailable.forEach(
                    (piece, reason) -> drafts.declareUnavailable(dossier.id(), piece, reason, who));
        };
    }

    private static List<Piece> wanted(Seen seen, Step step, Story story) {
        Map<String, Object> values = seen.dossier().values();
        List<String> named =
                step.about().isEmpty()
                        ? Stream.concat(
                                        seen.version().requiredPieces(values).stream()
                                                .map(Piece::id),
                                        story.extra().stream())
                                .toList()
                        : step.about();
        return seen.version().pieces().stream()
                .filter(piece -> named.contains(piece.id()))
                .filter(piece -> seen.fills(piece.part()))
                .filter(piece -> seen.dossier().attachments(piece.id()).isEmpty())
                .toList();
    }

    private DocumentId send(Piece piece, Dossier dossier, Account who) {
        Names names = Names.of(dossier.answers());
        String title = piece.name().in(Locale.FRENCH);
        Specimen specimen =
                new Specimen(
                        title,
                        words.getMessage("demo.specimen", null, Locale.FRENCH),
                        Stream.of(names.worker(), names.employer(), dossier.reference().value())
                                .filter(Objects::nonNull)
                                .toList());
        boolean photographed = PHOTOGRAPHED.contains(piece.id());
        byte[] content = photographed ? specimen.jpeg() : specimen.pdf();
        Reception reception =
                documents.store(
                        new ByteArrayInputStream(content),
                        title + (photographed ? ".jpg" : ".pdf"),
                        content.length,
                        who.actor());
        return switch (reception) {
            case Reception.Received received -> received.document().id();
            case Reception.Refused refused ->
                    throw new IllegalStateException("specimen refused: " + refused.reason());
        };
    }
}
