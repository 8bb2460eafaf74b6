package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.Procedure.Aspect;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.file.BrokenCatalogue;
import fr.gouv.workinfrance.procedure.file.CorpusReader;
import fr.gouv.workinfrance.procedure.need.Need;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;

/// The catalogue: every procedure, as the law stands or stood on a day. Read whole, once, at start.
@Component
public class Procedures {
    private static final Logger LOG = LoggerFactory.getLogger(Procedures.class);
    private static final List<String> FILES =
            List.of(
                    "catalogue/sources.yaml",
                    "catalogue/constants.yaml",
                    "catalogue/need.yaml",
                    "catalogue/corrections.yaml",
                    "catalogue/messages.yaml",
                    "catalogue/bodies.yaml",
                    "catalogue/withdrawals.yaml",
                    "catalogue/parts/*.yaml",
                    "catalogue/languages/*.yaml",
                    "procedures/*.yaml");

    private final Corpus corpus;
    private final Map<String, Procedure> procedures = new LinkedHashMap<>();

    /// Reads the catalogue.
    ///
    /// @throws BrokenCatalogue when a file has a mistake; its message tells them all
    @Autowired
    public Procedures(Territories territories, Countries countries) {
        this(read(Gazetteer.of(territories, countries)));
    }

    Procedures(Corpus corpus) {
        this.corpus = corpus;
        corpus.procedures().stream()
                .sorted(Comparator.comparing(Procedure::id))
                .forEach(procedure -> procedures.put(procedure.id(), procedure));
    }

    private static Corpus read(Gazetteer gazetteer) {
        return switch (CorpusReader.read(files(), gazetteer)) {
            case CorpusReader.Outcome.Read(Corpus corpus, var untranslated) -> {
                untranslated.forEach(text -> LOG.warn("said in French: {}", text));
                yield corpus;
            }
            case CorpusReader.Outcome.Mistaken(var mistakes) -> throw new BrokenCatalogue(mistakes);
        };
    }

    private static Map<String, String> files() {
        var resources = new PathMatchingResourcePatternResolver();
        Map<String, String> files = new LinkedHashMap<>();
        try {
            for (String pattern : FILES) {
                String folder = pattern.substring(0, pattern.lastIndexOf('/') + 1);
                for (Resource file : resources.getResources("classpath*:" + pattern)) {
                    String name = folder + Optional.ofNullable(file.getFilename()).orElse("");
                    files.put(name, file.getContentAsString(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
        return files;
    }

    /// All that the catalogue holds.
    public Corpus corpus() {
        return corpus;
    }

    /// The table that says whether an authorization is needed.
    public Need need() {
        return corpus.need();
    }

    /// Why a part of a request may have to be mended.
    public List<Fault> faults() {
        return corpus.faults();
    }

    /// The messages that the office often writes.
    public List<Template> templates() {
        return corpus.templates();
    }

    /// The administrations that may be asked or informed.
    public List<Body> bodies() {
        return corpus.bodies();
    }

    /// One of them, by its id.
    public Optional<Body> body(String id) {
        return corpus.bodies().stream().filter(body -> body.id().equals(id)).findFirst();
    }

    /// How an authorization that was granted may be taken back.
    public Retraction retraction() {
        return corpus.retraction();
    }

    /// Every procedure, by id.
    public List<Procedure> all() {
        return List.copyOf(procedures.values());
    }

    /// A procedure, when there is one of that id.
    public Optional<Procedure> procedure(String id) {
        return Optional.ofNullable(procedures.get(id));
    }

    /// What a procedure is called.
    ///
    /// @throws NoSuchElementException when there is none of that id
    public Words name(String procedureId) {
        return known(procedureId).name();
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

    /// The criteria, reasons and limits for a decision on that day, on a request deposited on that
    /// other: those of the day of the decision, unless a transitional rule says otherwise.
    ///
    /// @throws NoSuchElementException when there is no such procedure, or nothing is encoded for
    ///   that day
    public Version criteriaOn(String procedureId, LocalDate decided, LocalDate deposited) {
        return known(procedureId)
                .criteria(decided, deposited)
                .orElseThrow(() -> silent(procedureId, Aspect.CRITERIA, decided));
    }

    /// A version by its number.
    ///
    /// @throws NoSuchElementException when there is none
    public Version version(String procedureId, String number) {
        return known(procedureId)
                .version(number)
                .orElseThrow(
                        () ->
                                new NoSuchElementException(
                                        procedureId + " has no version " + number));
    }

    private Version on(String id, Aspect aspect, LocalDate day) {
        return known(id).on(aspect, day).orElseThrow(() -> silent(id, aspect, day));
    }

    private static NoSuchElementException silent(String id, Aspect aspect, LocalDate day) {
        return new NoSuchElementException(aspect + " of " + id + " is not encoded for " + day);
    }

    private Procedure known(String id) {
        return procedure(id).orElseThrow(() -> new NoSuchElementException("no procedure " + id));
    }
}
