package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.Asked.Fault;
import fr.gouv.workinfrance.dossier.correction.CorrectionLine;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What can be asked of the parties of a request, line by line, as the catalogue has it.
@Component
class AskedLines {

    private static final int LONGEST = 1_000;
    private static final int LEAST_DAYS = 1;
    private static final int MOST_DAYS = 90;

    private final Procedures procedures;

    AskedLines(Procedures procedures) {
        this.procedures = procedures;
    }

    /// What is wrong with what a caseworker wrote.
    List<Fault> faults(Dossier dossier, Version version, Asking asking, LocalDate today) {
        List<Fault> faults = new ArrayList<>();
        if (asking.lines().isEmpty()) {
            faults.add(new Fault(Fault.Kind.NO_LINE, null));
        }
        LocalDate by = asking.answerBy();
        if (by == null
                || by.isBefore(today.plusDays(LEAST_DAYS))
                || by.isAfter(today.plusDays(MOST_DAYS))) {
            faults.add(new Fault(Fault.Kind.ANSWER_BY, null));
        }
        if (!dossier.course().corrections().isEmpty() && asking.late().isBlank()) {
            faults.add(new Fault(Fault.Kind.LATE, null));
        }
        for (Asking.Line line : asking.lines()) {
            fault(dossier, version, line)
                    .map(k -> new Fault(k, line.subject()))
                    .ifPresent(faults::add);
        }
        return faults;
    }

    private Optional<Fault.Kind> fault(Dossier dossier, Version version, Asking.Line line) {
        if (line.reason().isBlank() && line.words().isBlank()) {
            return Optional.of(Fault.Kind.NO_REASON);
        }
        if (!line.reason().isBlank() && !known(line)) {
            return Optional.of(Fault.Kind.OTHER_REASON);
        }
        if (line.nature() == Nature.MISSING) {
            if (dossier.certified().isPresent()) {
                return Optional.of(Fault.Kind.CERTIFIED);
            }
            if (!required(dossier, version).contains(line.subject())) {
                return Optional.of(Fault.Kind.NOT_REQUIRED);
            }
        }
        return Optional.empty();
    }

    private boolean known(Asking.Line line) {
        return procedures.faults().stream()
                .anyMatch(
                        fault ->
                                fault.id().equals(line.reason())
                                        && fault.about()
                                                .name()
                                                .equals(line.subject().kind().name()));
    }

    /// What a text requires of these parties, whatever they have given; nothing once completeness
    /// is certified.
    static Set<Subject> required(Dossier dossier, Version version) {
        if (dossier.certified().isPresent()) {
            return Set.of();
        }
        return Stream.concat(
                        version.asked(dossier.values()).stream()
                                .filter(field -> field.required().holds(dossier.values()))
                                .map(field -> Subject.field(field.id())),
                        version.requiredPieces(dossier.values()).stream()
                                .map(piece -> Subject.piece(piece.id())))
                .collect(Collectors.toSet());
    }

    /// The lines as they are kept.
    ///
    /// @throws IllegalArgumentException when one is about something that the version does not ask
    List<CorrectionLine> of(Version version, Asking asking) {
        return asking.lines().stream()
                .map(
                        line ->
                                new CorrectionLine(
                                        line.subject(),
                                        part(version, line.subject())
                                                .orElseThrow(
                                                        () ->
                                                                new IllegalArgumentException(
                                                                        "nothing asks for "
                                                                                + line.subject())),
                                        line.nature(),
                                        line.reason().isBlank() ? null : line.reason(),
                                        line.words().isBlank() ? null : written(line.words())))
                .toList();
    }

    private static String written(String words) {
        String stripped = words.strip();
        return stripped.length() > LONGEST ? stripped.substring(0, LONGEST) : stripped;
    }

    /// Whose it is to answer this; empty for what the version does not ask.
    static Optional<Part> part(Version version, Subject subject) {
        return switch (subject.kind()) {
            case FIELD -> version.field(subject.id()).map(Field::part);
            case PIECE -> version.piece(subject.id()).map(Piece::part);
        };
    }
}
