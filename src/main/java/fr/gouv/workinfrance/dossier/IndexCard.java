package fr.gouv.workinfrance.dossier;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Known;
import fr.gouv.workinfrance.procedure.Sought;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;

/// What an office finds a request by, written with it at each act.
///
/// @param fields the answers that count, what others say included, to questions that the catalogue
///   marks as searchable, as [#key] makes them
/// @param answerBy the last day given to the parties, while they have something to mend
/// @param endedAt when it was decided or withdrawn
public record IndexCard(
        Names names,
        SortedMap<String, String> fields,
        @Nullable LocalDate answerBy,
        @Nullable Instant endedAt) {

    /// Beside the answers: the date of birth of the person as it was mended in the decision, as the
    /// function `dossier.mended` of the database writes it.
    public static final String MENDED_BIRTH = Known.WORKER_BIRTH.field() + ".mended";

    public static IndexCard of(Dossier dossier, Version version) {
        return new IndexCard(
                Names.of(dossier.answers()),
                fields(version, dossier.values()),
                Due.of(dossier, Set.of()).map(Due::by).orElse(null),
                switch (dossier.stage()) {
                    case Stage.Decided decided -> decided.signed().at();
                    case Stage.Withdrawn withdrawn -> withdrawn.at();
                    case Stage.Draft _,
                            Stage.Submitted _,
                            Stage.Complete _,
                            Stage.InExamination _,
                            Stage.AwaitingSignature _ ->
                            null;
                });
    }

    /// What is kept of the answers.
    ///
    /// @param values as conditions and rules know them, with who files
    static SortedMap<String, String> fields(Version version, Map<String, Object> values) {
        SortedMap<String, String> fields = new TreeMap<>();
        Map<String, Object> counted = version.counted(values);
        for (Field field : version.fields()) {
            Object value = counted.get(field.id());
            if (field.searchable() && value != null) {
                fields.put(field.id(), key(field, value));
            }
        }
        return fields;
    }

    /// How an answer is kept to be looked by, and what is looked for with it.
    ///
    /// @param canonical as the type of the question keeps it
    public static String key(Field field, Object canonical) {
        String value =
                requireNonNull(field.type().bind(field.id(), canonical).get(field.id())).toString();
        return Sought.of(field.type()).filter(Sought.IN_WORDS::equals).isPresent()
                ? Names.plain(value)
                : value;
    }
}
