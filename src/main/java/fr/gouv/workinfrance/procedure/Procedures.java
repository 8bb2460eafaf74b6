package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.file.BrokenCatalogue;
import fr.gouv.workinfrance.procedure.file.Mistake;
import fr.gouv.workinfrance.procedure.file.ProcedureFile;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The catalogue: every procedure, as the law stands or stood on a day. Read once, at start.
@Component
public class Procedures {
    private static final String FILES = "classpath*:procedures/*.yaml";

    private final Map<String, Procedure> procedures = new LinkedHashMap<>();

    /// Reads the catalogue.
    ///
    /// @throws BrokenCatalogue when a file has a mistake; its message tells them all
    @Autowired
    public Procedures(Territories territories, Countries countries) {
        this(read(Gazetteer.of(territories, countries)));
    }

    Procedures(List<Procedure> all) {
        all.stream()
                .sorted(Comparator.comparing(Procedure::id))
                .forEach(procedure -> procedures.put(procedure.id(), procedure));
    }

    private static List<Procedure> read(Gazetteer gazetteer) {
        List<Procedure> procedures = new ArrayList<>();
        List<Mistake> mistakes = new ArrayList<>();
        try {
            for (Resource file : new PathMatchingResourcePatternResolver().getResources(FILES)) {
                String name = Optional.ofNullable(file.getFilename()).orElse("");
                String yaml = file.getContentAsString(StandardCharsets.UTF_8);
                switch (ProcedureFile.read(name, yaml, gazetteer)) {
                    case ProcedureFile.Outcome.Read(Procedure procedure) ->
                            procedures.add(procedure);
                    case ProcedureFile.Outcome.Mistaken(List<Mistake> found) ->
                            mistakes.addAll(found);
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        if (!mistakes.isEmpty()) {
            throw new BrokenCatalogue(mistakes);
        }
        return procedures;
    }

    /// Every procedure, by id.
    public List<Procedure> all() {
        return List.copyOf(procedures.values());
    }

    /// A procedure, when there is one of that id.
    public Optional<Procedure> procedure(String id) {
        return Optional.ofNullable(procedures.get(id));
    }

    /// The form, the pieces and the rules for a deposit on that day.
    ///
    /// @throws NoSuchElementException when there is no such procedure, or nothing is encoded for
    ///   that day
    public Version current(String procedureId, LocalDate on) {
        return on(procedureId, Aspect.FORM, on);
    }

    /// The time limit and the meaning of silence for a deposit on that day.
    ///
    /// @throws NoSuchElementException when there is no such procedure, or nothing is encoded for
    ///   that day
    public TimeLimit clockOn(String procedureId, LocalDate on) {
        return on(procedureId, Aspect.CLOCK, on).timeLimit();
    }

    /// The criteria, reasons and limits for a decision on that day.
    ///
    /// @throws NoSuchElementException when there is no such procedure, or nothing is encoded for
    ///   that day
    public Version criteriaOn(String procedureId, LocalDate on) {
        return on(procedureId, Aspect.CRITERIA, on);
    }

    /// A version by its number.
    ///
    /// @throws NoSuchElementException when there is none
    public Version version(String procedureId, String number) {
        return known(procedureId).versions().stream()
                .filter(version -> version.number().equals(number))
                .findFirst()
                .orElseThrow(
                        () ->
                                new NoSuchElementException(
                                        procedureId + " has no version " + number));
    }

    private Version on(String id, Aspect aspect, LocalDate day) {
        return known(id)
                .on(aspect, day)
                .orElseThrow(
                        () ->
                                new NoSuchElementException(
                                        aspect + " of " + id + " is not encoded for " + day));
    }

    private Procedure known(String id) {
        return procedure(id).orElseThrow(() -> new NoSuchElementException("no procedure " + id));
    }
}
