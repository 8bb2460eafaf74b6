import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Gazetteer;
import fr.gouv.workinfrance.procedure.file.CorpusReader;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/// The files of the catalogue, as the service reads them.
final class Catalogue {

    private Catalogue() {}

    static Map<String, String> files() throws IOException {
        Map<String, String> files = new TreeMap<>();
        Path resources = Path.of("src/main/resources");
        for (String folder : new String[] {"catalogue", "procedures"}) {
            try (var found = Files.walk(resources.resolve(folder))) {
                for (Path file : found.filter(path -> path.toString().endsWith(".yaml")).toList()) {
                    files.put(resources.relativize(file).toString(), Files.readString(file));
                }
            }
        }
        return files;
    }

    static Corpus read(Map<String, String> files, Gazetteer gazetteer) {
        return switch (CorpusReader.read(files, gazetteer)) {
            case CorpusReader.Outcome.Read(Corpus corpus, _) -> corpus;
            case CorpusReader.Outcome.Mistaken(var mistakes) ->
                    throw new IllegalStateException(mistakes.toString());
        };
    }
}
