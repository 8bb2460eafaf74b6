package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Corpus;
import fr.gouv.workinfrance.procedure.Figure;
import fr.gouv.workinfrance.procedure.Ground;
import fr.gouv.workinfrance.procedure.LegalSource;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.need.Row;

import java.text.Normalizer;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// A text that the catalogue may cite, and where it does.
///
/// @param uses the statements of procedures that cite it
/// @param figures the dated figures that come from it
/// @param needs the lines of the table of needs that cite it
/// @param grounds for taking an authorization back that cite it
/// @param hears whether it says how the person concerned is heard before
public record Text(
        LegalText text,
        List<Placed> uses,
        List<Figure> figures,
        List<Row> needs,
        List<Ground> grounds,
        boolean hears) {

    /// Every text, in the order of its file.
    static List<Text> all(Corpus corpus, List<Placed> clauses) {
        return corpus.texts().stream()
                .map(
                        text ->
                                new Text(
                                        text,
                                        clauses.stream()
                                                .filter(use -> cites(use.clause().law(), text))
                                                .toList(),
                                        corpus.tariff().all().stream()
                                                .filter(figure -> cites(figure, text))
                                                .toList(),
                                        corpus.need().rows().stream()
                                                .filter(row -> cites(row.law(), text))
                                                .toList(),
                                        corpus.retraction().grounds().stream()
                                                .filter(ground -> cites(ground.law(), text))
                                                .toList(),
                                        cites(corpus.retraction().hearing().law(), text)))
                .toList();
    }

    private static boolean cites(Figure figure, LegalText text) {
        return Stream.concat(
                        Stream.of(figure.law()), figure.values().stream().map(Figure.Dated::law))
                .anyMatch(law -> cites(law, text));
    }

    private static boolean cites(List<LegalSource> law, LegalText text) {
        return law.stream().anyMatch(source -> source.text().key().equals(text.key()));
    }

    /// How many times the catalogue rests on it.
    public int times() {
        return uses.size() + figures.size() + needs.size() + grounds.size() + (hears ? 1 : 0);
    }

    /// Its name in addresses: "r5221-7-2020", "arrete-du-1er-avril-2021".
    public String slug() {
        return slug(text);
    }

    /// The name of a text in addresses.
    public static String slug(LegalText text) {
        return Normalizer.normalize(text.key(), Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .toLowerCase(Locale.ROOT)
                .replaceAll("[^a-z0-9]+", "-")
                .replaceAll("^-|-$", "");
    }
}
