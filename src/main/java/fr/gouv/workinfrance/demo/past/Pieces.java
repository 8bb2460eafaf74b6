package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Piece;

import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

import java.io.ByteArrayInputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/// Joins a specimen to each piece of a request, or says why it cannot be given.
@Component
@Profile("demo")
class Pieces {

    private static final String RECTO = ", recto.jpg";
    private static final String VERSO = ", verso.jpg";

    /// What people photograph rather than scan.
    private static final List<String> PHOTOGRAPHED = List.of("title", "passport");

    /// Which section of the form each piece says again, so that there is something to compare.
    private static final Map<String, String> SAYS =
            Map.of(
                    "contract", "contract",
                    "title", "stay",
                    "passport", "student",
                    "enrolment", "schooling",
                    "mandate", "mandate");

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
        Map<String, List<DocumentId>> sent = new LinkedHashMap<>();
        Map<String, String> unavailable = new LinkedHashMap<>();
        for (Piece piece : wanted(seen, step, story)) {
            String reason = story.unavailable().get(piece.id());
            if (reason == null) {
                sent.put(
                        piece.id(),
                        send(piece, seen, story.spoilt().getOrDefault(piece.id(), ""), who));
            } else {
                unavailable.put(piece.id(), reason);
            }
        }
        return () -> {
            sent.forEach(
                    (piece, documents) ->
                            documents.forEach(
                                    document -> drafts.attach(dossier.id(), piece, document, who)));
            unavailable.forEach(
                    (piece, reason) -> drafts.declareUnavailable(dossier.id(), piece, reason, who));
        };
    }

    /// Sends anew the pieces that the office asked to mend, as they should be, and gives back what
    /// remains to be done in a transaction: putting them in the place of those before.
    Runnable again(Seen seen, Story story, Account who) {
        Dossier dossier = seen.dossier();
        Map<String, List<DocumentId>> sent = new LinkedHashMap<>();
        for (Point point : story.corrections()) {
            if (point.subject().kind() == Subject.Kind.PIECE && point.explained().isEmpty()) {
                Piece piece = seen.version().piece(point.subject().id()).orElseThrow();
                sent.put(piece.id(), send(piece, seen, "", who));
            }
        }
        return () ->
                sent.forEach(
                        (piece, documents) -> {
                            dossier.attachments()
                                    .of(piece)
                                    .forEach(
                                            old -> {
                                                if (old instanceof Attachment.Joined joined) {
                                                    drafts.detach(
                                                            dossier.id(),
                                                            piece,
                                                            joined.document(),
                                                            who);
                                                }
                                            });
                            documents.forEach(
                                    document -> drafts.attach(dossier.id(), piece, document, who));
                        });
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
                .filter(piece -> seen.dossier().attachments().of(piece.id()).isEmpty())
                .toList();
    }

    /// A card is photographed on both sides, unless it is spoilt.
    private List<DocumentId> send(Piece piece, Seen seen, String spoilt, Account who) {
        String title = piece.name().in(Locale.FRENCH);
        String across = words.getMessage("demo.specimen", null, Locale.FRENCH);
        List<String> lines = Stream.concat(who(seen.dossier()), what(piece, seen)).toList();
        Specimen specimen = new Specimen(title, across, lines);
        if (!PHOTOGRAPHED.contains(piece.id())) {
            return List.of(send(specimen.pdf(), title + ".pdf", who));
        }
        byte[] front = spoilt.equals("blurred") ? specimen.blurred() : specimen.jpeg();
        List<DocumentId> sent = new ArrayList<>();
        sent.add(send(front, title + RECTO, who));
        if (piece.sides() > 1 && !spoilt.equals("one side")) {
            Specimen back = new Specimen(title, across, who(seen.dossier()).toList());
            sent.add(send(back.jpeg(), title + VERSO, who));
        }
        return sent;
    }

    private DocumentId send(byte[] content, String name, Account who) {
        Reception reception =
                documents.store(
                        new ByteArrayInputStream(content), name, content.length, who.actor());
        return switch (reception) {
            case Reception.Received received -> received.document().id();
            case Reception.Refused refused ->
                    throw new IllegalStateException("specimen refused: " + refused.reason());
        };
    }

    private static Stream<String> who(Dossier dossier) {
        Names names = Names.of(dossier.answers());
        return Stream.of(names.worker(), names.employer(), dossier.reference().value())
                .filter(Objects::nonNull);
    }

    private static Stream<String> what(Piece piece, Seen seen) {
        Map<String, Object> values = seen.dossier().values();
        return Optional.ofNullable(SAYS.get(piece.id())).flatMap(seen.version()::section).stream()
                .flatMap(section -> seen.version().visibleFields(section, values).stream())
                .flatMap(field -> says(field, values.get(field.id())));
    }

    private static Stream<String> says(Field field, @Nullable Object value) {
        return value == null
                ? Stream.empty()
                : Stream.of(
                        field.label().in(Locale.FRENCH)
                                + " : "
                                + field.type().display(value, Locale.FRENCH));
    }
}
