package fr.gouv.workinfrance.dossier;

import com.ibm.icu.text.Transliterator;

import fr.gouv.workinfrance.procedure.Known;

import org.jspecify.annotations.Nullable;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Whom a dossier is about, drawn from its answers: what people search by, and what is shown in
/// lists.
///
/// @param workerBirth ISO date, with `00` for what is not known
public record Names(
        @Nullable String worker,
        @Nullable String workerBirth,
        @Nullable String employer,
        @Nullable String employerSiret) {

    /// As Unicode's CLDR writes other scripts in Latin letters, and those without accents.
    private static final Transliterator LATIN =
            Transliterator.getInstance("Any-Latin; NFD; [:M:] Remove; Latin-ASCII; Any-Lower");

    private static final int LAST_OF_ASCII = 0x7F;

    public static Names of(Answers answers) {
        String worker =
                Stream.of(Known.WORKER_GIVEN_NAMES, Known.WORKER_SURNAME)
                        .map(known -> text(answers, known))
                        .filter(Objects::nonNull)
                        .collect(Collectors.joining(" "));
        return new Names(
                worker.isEmpty() ? null : worker,
                text(answers, Known.WORKER_BIRTH),
                text(answers, Known.EMPLOYER_NAME),
                siret(answers));
    }

    /// The SIRET of an employer who has one: what was typed before saying that he has none does not
    /// count.
    private static @Nullable String siret(Answers answers) {
        String kind = text(answers, Known.EMPLOYER_KIND);
        return kind == null || kind.equals(Belonging.COMPANY)
                ? text(answers, Known.EMPLOYER_SIRET)
                : null;
    }

    private static @Nullable String text(Answers answers, Known known) {
        return answers.text(known.field()).orElse(null);
    }

    /// Both names as [#plain] makes them, the employer's after a bar, each word after a space;
    /// absent while there is none.
    @Nullable String searchText() {
        return worker == null && employer == null
                ? null
                : " "
                        + plain(Objects.requireNonNullElse(worker, ""))
                        + " | "
                        + plain(Objects.requireNonNullElse(employer, ""));
    }

    /// A name as searched: in Latin letters, without accents, case or punctuation.
    public static String plain(String name) {
        boolean simple = name.chars().allMatch(letter -> letter <= LAST_OF_ASCII);
        String latin = simple ? name.toLowerCase(Locale.ROOT) : LATIN.transliterate(name);
        return latin.replaceAll("[^\\p{L}\\p{N}]+", " ").strip();
    }
}
