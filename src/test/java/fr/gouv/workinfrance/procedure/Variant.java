package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.file.CorpusReader;
import fr.gouv.workinfrance.procedure.file.CorpusReader.Outcome;

import java.util.Map;

/// The catalogue as it would be if a text said something else.
public final class Variant {

    private Variant() {}

    /// The catalogue, with this text of one of its files replaced wherever it stands.
    public static Procedures of(String file, String text, String other) {
        Map<String, String> files = Catalogue.files();
        if (!files.get(file).contains(text)) {
            throw new IllegalArgumentException(file + " does not say " + text);
        }
        files.computeIfPresent(file, (_, said) -> said.replace(text, other));
        return switch (CorpusReader.read(files, Catalogue.GAZETTEER)) {
            case Outcome.Read(Corpus corpus, _) -> new Procedures(corpus);
            case Outcome.Mistaken(var mistakes) -> throw new AssertionError(mistakes.toString());
        };
    }
}
