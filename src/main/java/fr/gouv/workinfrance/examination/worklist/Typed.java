package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What someone types to find a request, as it can be understood.
///
/// @param reference of a request, or the number of a permit, which has the same form
/// @param siret the digits that the establishment's number begins with: a SIRET or a SIREN
/// @param number what may be the number of a person or of a title
/// @param words of names, without accents or case; in any order
/// @param inOne each word and the next, written in one
record Typed(
        Optional<String> reference,
        Optional<String> siret,
        Optional<String> number,
        List<String> words,
        List<String> inOne) {

    private static final Pattern NUMBER = Pattern.compile("(?=.*[0-9])[A-Za-z0-9]{6,14}");
    private static final int LONGEST = 100;
    private static final int MANY = 6;

    static Typed of(String typed) {
        String text = typed.length() > LONGEST ? typed.substring(0, LONGEST) : typed;
        Optional<String> reference = Reference.read(text).map(Reference::value);
        Optional<String> siret =
                Siret.parse(text).map(Siret::value).or(() -> Siren.parse(text).map(Siren::value));
        Optional<String> number =
                Optional.of(text.replaceAll("[\\s.\\-]", "").toUpperCase(Locale.ROOT))
                        .filter(NUMBER.asMatchPredicate());
        List<String> all = all(text).limit(MANY).toList();
        List<String> inOne =
                IntStream.range(1, all.size())
                        .mapToObj(at -> all.get(at - 1) + all.get(at))
                        .toList();
        return new Typed(reference, siret, number, words(text), inOne);
    }

    /// The words of a name as [Names#plain] makes them, the longest first: it finds the fewest.
    private static List<String> words(String text) {
        return all(text)
                .distinct()
                .sorted((one, other) -> other.length() - one.length())
                .limit(MANY)
                .toList();
    }

    private static Stream<String> all(String text) {
        return Stream.of(Names.plain(text).split(" ", -1)).filter(word -> !word.isEmpty());
    }

    /// A word in one with the next that was typed, or with the one before.
    Stream<String> inOne(String word) {
        return inOne.stream().filter(two -> two.startsWith(word) || two.endsWith(word));
    }

    /// Whether it is the number of something: then it is no name.
    boolean numbered() {
        return reference.isPresent() || siret.isPresent() || number.isPresent();
    }
}
