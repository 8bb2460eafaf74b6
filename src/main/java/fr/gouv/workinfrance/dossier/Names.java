package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Known;

import org.jspecify.annotations.Nullable;

import java.text.Normalizer;
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

    /// Both names as [#plain] makes them; absent while there is none.
    @Nullable String searchText() {
        String both =
                Stream.of(worker, employer)
                        .filter(Objects::nonNull)
                        .map(Names::plain)
                        .collect(Collectors.joining(" | "));
        return both.isEmpty() ? null : both;
    }

    /// A name as searched: without accents, case or punctuation.
    public static String plain(String name) {
        return Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}", "")
                .replaceAll("[^\\p{L}\\p{N}]+", " ")
                .toLowerCase(Locale.ROOT)
                .strip();
    }
}
