package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.file.CorpusReader;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;
import fr.gouv.workinfrance.procedure.file.Mistake;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/// The catalogue as the tests see it: the real files, without Spring.
public final class Catalogue {
    public static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());
    public static final Corpus CORPUS = read(files());
    public static final Version STUDENT =
            read("etudiant-professionnalisation").versions().getLast();

    private Catalogue() {}

    static Procedure read(String id) {
        return CORPUS.procedures().stream()
                .filter(procedure -> procedure.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    /// A version of a procedure, by its number.
    static Version version(String id, String number) {
        return read(id).version(number).orElseThrow();
    }

    /// The files of the catalogue, by their place among the resources.
    public static Map<String, String> files() {
        Map<String, String> files = new TreeMap<>();
        Path resources = Path.of("src/main/resources");
        for (String folder : List.of("catalogue", "procedures")) {
            try (Stream<Path> found = Files.walk(resources.resolve(folder))) {
                for (Path file : found.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    files.put(resources.relativize(file).toString(), Files.readString(file));
                }
            } catch (IOException unreadable) {
                throw new UncheckedIOException(unreadable);
            }
        }
        return files;
    }

    /// What the languages of the catalogue lack, or say in vain.
    static List<Mistake> untranslated() {
        return CorpusReader.read(files(), GAZETTEER) instanceof Outcome.Read(_, var untranslated)
                ? untranslated
                : List.of();
    }

    private static Corpus read(Map<String, String> files) {
        return switch (CorpusReader.read(files, GAZETTEER)) {
            case Outcome.Read(Corpus corpus, _) -> corpus;
            case Outcome.Mistaken(var mistakes) ->
                    throw new AssertionError(
                            String.join("\n", mistakes.stream().map(Object::toString).toList()));
        };
    }
}
