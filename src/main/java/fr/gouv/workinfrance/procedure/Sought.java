package fr.gouv.workinfrance.procedure;

import java.util.Optional;

/// How requests are looked for by what was answered to a question.
public enum Sought {
    /// By the very answer: a code, a number, one of a few choices.
    EXACTLY,
    /// By words that the answer holds, whatever their accents, their case and their script.
    IN_WORDS,
    /// By days between which the answer is.
    BETWEEN_DAYS;

    /// How answers of a type are looked by; empty for those of several parts or several lines.
    public static Optional<Sought> of(FieldType type) {
        return switch (type) {
            case FieldType.Text _, FieldType.PersonName _ -> Optional.of(IN_WORDS);
            case FieldType.Day _ -> Optional.of(BETWEEN_DAYS);
            case Coded _,
                    Identifier _,
                    FieldType.Choice _,
                    FieldType.YesNo _,
                    FieldType.PartialDay _,
                    FieldType.Email _,
                    FieldType.Phone _,
                    FieldType.Postcode _,
                    FieldType.DepartmentCode _,
                    FieldType.CountryCode _,
                    FieldType.SiretNumber _,
                    FieldType.TitleNumber _,
                    FieldType.Whole _ ->
                    Optional.of(EXACTLY);
            case Place _,
                    Rows _,
                    FieldType.LongText _,
                    FieldType.Percentage _,
                    FieldType.Money _,
                    FieldType.Hours _ ->
                    Optional.empty();
        };
    }
}
