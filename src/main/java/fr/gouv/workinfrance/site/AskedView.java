package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Change.Said;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Fault;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Words;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// What the office asks the parties to mend, as it is told to each of those who read it.
///
/// @param faults the library of reasons
public record AskedView(Seen seen, List<Fault> faults) {

    /// What is asked of a question.
    public Optional<CorrectionLine> of(Field field) {
        return of(Subject.field(field.id()));
    }

    /// What is asked of a piece.
    public Optional<CorrectionLine> of(Piece piece) {
        return of(Subject.piece(piece.id()));
    }

    private Optional<CorrectionLine> of(Subject subject) {
        return seen.dossier().pendingCorrection().flatMap(asked -> asked.line(subject));
    }

    /// What the library says of a line; empty when the office wrote it itself.
    public Optional<Words> reason(CorrectionLine line) {
        return faults.stream()
                .filter(fault -> fault.id().equals(line.reason()))
                .map(Fault::words)
                .findFirst();
    }

    /// What the office wrote of a line, in French.
    public String words(CorrectionLine line) {
        return Objects.toString(line.words(), "");
    }

    /// The question, or the name of the piece.
    public Words name(Subject subject) {
        Optional<Words> name =
                switch (subject.kind()) {
                    case FIELD -> seen.version().field(subject.id()).map(Field::label);
                    case PIECE -> seen.version().piece(subject.id()).map(Piece::name);
                };
        return name.orElse(new Words(subject.id(), subject.id()));
    }

    /// How an answer reads that was typed: "35 h par semaine" rather than what was sent; as typed
    /// when it cannot be read.
    public static String read(Seen seen, String field, String typed, Locale locale) {
        return seen.version()
                .field(field)
                .map(asked -> asked.type().parse(typed, locale))
                .filter(Parsed.Value.class::isInstance)
                .map(value -> ((Parsed.Value) value).display())
                .orElse(typed);
    }

    /// How reads what was said of a question or of a piece: a document by its name, which is empty
    /// when it is there no more.
    ///
    /// @param files what is known of documents
    public String read(
            Subject subject, Said said, Map<DocumentId, StoredDocument> files, Locale locale) {
        return switch (said) {
            case Said.Typed(var words) -> read(seen, subject.id(), words, locale);
            case Said.Joined(var document) ->
                    Optional.ofNullable(files.get(document)).map(StoredDocument::name).orElse("");
            case Said.Unavailable(var reason) -> reason;
        };
    }

    /// Where it is mended, below the request; empty for who does not mend it.
    public Optional<String> place(Subject subject) {
        return switch (subject.kind()) {
            case FIELD ->
                    seen.version()
                            .field(subject.id())
                            .filter(seen::changes)
                            .map(field -> "/formulaire/" + field.section() + "#" + field.id());
            case PIECE ->
                    seen.version()
                            .piece(subject.id())
                            .filter(seen::changes)
                            .map(piece -> "/pieces#piece-" + piece.id());
        };
    }

    /// Whether this person reads what is asked: what was said of it says something of it.
    public boolean sees(Subject subject) {
        return switch (subject.kind()) {
            case FIELD -> seen.version().field(subject.id()).filter(seen::sees).isPresent();
            case PIECE -> seen.version().piece(subject.id()).filter(seen::sees).isPresent();
        };
    }
}
