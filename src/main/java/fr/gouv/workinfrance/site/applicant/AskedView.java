package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Fault;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Words;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// What the office asks someone to mend, told where it is mended.
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

    /// How an answer reads that was typed; what is said of a piece is said as it is.
    public String read(Subject subject, String typed, Locale locale) {
        return subject.kind() == Subject.Kind.FIELD
                ? FieldView.read(seen, subject.id(), typed, locale)
                : typed;
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
