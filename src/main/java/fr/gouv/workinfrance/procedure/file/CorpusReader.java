package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.procedure.ConditionCompiler;
import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Fault;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Retraction;
import fr.gouv.workinfrance.procedure.Tariff;
import fr.gouv.workinfrance.procedure.Template;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.need.Need;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// Reads all the files of the catalogue together, or tells every mistake they hold: a part is read
/// as each procedure includes it, and a text that nothing cites is a mistake too.
public final class CorpusReader {
    private static final String TEXTS = "catalogue/sources.yaml";
    private static final String FIGURES = "catalogue/constants.yaml";
    private static final String NEED = "catalogue/need.yaml";
    private static final String FAULTS = "catalogue/corrections.yaml";
    private static final String TEMPLATES = "catalogue/messages.yaml";
    private static final String BODIES = "catalogue/bodies.yaml";
    private static final String WITHDRAWALS = "catalogue/withdrawals.yaml";
    private static final String PARTS = "catalogue/parts/";
    private static final String PROCEDURES = "procedures/";

    private final Mistakes mistakes = new Mistakes();
    private final Map<String, Sheet> sheets = new TreeMap<>();

    private CorpusReader() {}

    /// What came out of the files.
    public sealed interface Outcome {
        /// All is right.
        ///
        /// @param untranslated what a language lacks, or translates in vain: it is said in French
        record Read(Corpus corpus, List<Mistake> untranslated) implements Outcome {}

        /// There are mistakes, by file, in the order of the lines.
        record Mistaken(List<Mistake> mistakes) implements Outcome {}
    }

    /// Reads the catalogue.
    ///
    /// @param files the content of each file, by its place among the resources,
    ///   "procedures/etudiant-emploi.yaml"
    /// @param gazetteer the places and nationalities that fields and conditions look up
    public static Outcome read(Map<String, String> files, Gazetteer gazetteer) {
        return new CorpusReader().corpus(files, gazetteer);
    }

    private Outcome corpus(Map<String, String> files, Gazetteer gazetteer) {
        files.forEach(
                (name, yaml) ->
                        Sheet.of(name, yaml, mistakes).ifPresent(sheet -> sheets.put(name, sheet)));
        List<Mistake> untranslated = translate();
        LawReader law = new LawReader(mistakes);
        mapping(TEXTS).ifPresent(law::readTexts);
        Tariff tariff =
                mapping(FIGURES)
                        .map(of -> new TariffReader(law, mistakes).read(of))
                        .orElse(Tariff.EMPTY);
        Assembly assembly = new Assembly(Assembly.parts(under(PARTS), mistakes), mistakes);
        ConditionCompiler compiler = new ConditionCompiler(gazetteer, tariff);
        BodyReader administrations = new BodyReader(law, gazetteer, mistakes);
        List<Body> bodies = mapping(BODIES).map(administrations::read).orElse(List.of());
        List<Procedure> procedures = new ArrayList<>();
        for (Sheet sheet : under(PROCEDURES)) {
            procedures.add(
                    new ProcedureReader(sheet, law, assembly, compiler, administrations, mistakes)
                            .read());
        }
        administrations.check(procedures);
        Need need =
                Optional.ofNullable(sheets.get(NEED))
                        .map(
                                sheet ->
                                        new NeedReader(sheet, law, compiler, procedures, mistakes)
                                                .read())
                        .orElse(Need.NONE);
        List<Fault> faults =
                mapping(FAULTS).map(of -> new FaultReader(mistakes).read(of)).orElse(List.of());
        List<Template> templates =
                mapping(TEMPLATES)
                        .map(of -> new TemplateReader(mistakes).read(of))
                        .orElse(List.of());
        Retraction retraction =
                mapping(WITHDRAWALS)
                        .map(of -> new RetractionReader(law, mistakes).read(of))
                        .orElse(Retraction.NONE);
        mistakes.reading("", "");
        if (sheets.keySet().equals(files.keySet())) {
            assembly.finish();
            law.finish();
        }
        mistakes.finish();
        return mistakes.none()
                ? new Outcome.Read(
                        new Corpus(
                                List.copyOf(procedures),
                                law.texts(),
                                tariff,
                                need,
                                faults,
                                templates,
                                bodies,
                                retraction),
                        untranslated)
                : new Outcome.Mistaken(mistakes.all());
    }

    private List<Mistake> translate() {
        List<Mistake> untranslated = new ArrayList<>();
        for (Sheet sheet : under(Translations.FOLDER)) {
            Translations.of(sheet, mistakes)
                    .ifPresent(
                            translations -> {
                                sheets.values().stream()
                                        .filter(other -> !other.equals(sheet))
                                        .forEach(translations::into);
                                untranslated.addAll(translations.untranslated());
                            });
        }
        return List.copyOf(untranslated);
    }

    private Optional<Mapping> mapping(String name) {
        return Optional.ofNullable(sheets.get(name))
                .map(sheet -> new Mapping(sheet.root(), mistakes));
    }

    private List<Sheet> under(String folder) {
        return sheets.values().stream().filter(sheet -> sheet.name().startsWith(folder)).toList();
    }
}
