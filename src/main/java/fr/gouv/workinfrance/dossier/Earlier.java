package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Recall;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;

/// An earlier request, as far as the next ones of one of its parties begin with what it says.
///
/// @param day on which it was deposited, or begun when it never was
/// @param version of its procedure, by which it was answered
/// @param author whose answers alone are looked at, of someone who read the others by a mandate;
///   null for all of them
record Earlier(
        Reference reference,
        LocalDate day,
        Version version,
        Part filer,
        Answers answers,
        @Nullable UUID author) {

    /// What it answers to the questions of a part of another one, as typed: what the catalogue says
    /// to be known from there, was asked and could be read, and still holds.
    SortedMap<String, String> known(Version asked, Part part, Recall.From from, LocalDate today) {
        Map<String, Object> values = new HashMap<>(answers.values());
        values.put("filer", filer.name());
        Map<String, Object> counted = version.counted(values);
        Set<String> told =
                version.asked(values).stream().map(Field::id).collect(Collectors.toSet());
        SortedMap<String, String> known = new TreeMap<>();
        for (Field field : asked.fields()) {
            Recall recall = field.recall();
            if (field.part() == part
                    && recall != null
                    && recall.from(from)
                    && recall.holds(counted, today)
                    && told.contains(field.id())) {
                answers.of(field.id())
                        .filter(answer -> answer.value() != null)
                        .filter(answer -> author == null || answer.author().equals(author))
                        .ifPresent(answer -> known.put(field.id(), answer.typed()));
            }
        }
        return known;
    }

    /// Whether it is of an employer of another kind than these answers say: then it is another
    /// employer.
    boolean ofAnotherKind(Answers than) {
        return than.text(Known.EMPLOYER_KIND.field())
                .filter(kind -> !answers.text(Known.EMPLOYER_KIND.field()).orElse("").equals(kind))
                .isPresent();
    }

    Taken mark() {
        return Taken.from(reference, day);
    }
}
