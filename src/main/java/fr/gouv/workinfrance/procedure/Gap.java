package fr.gouv.workinfrance.procedure;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Locale;

/// Something that is missing or does not hold together.
///
/// @param kind what it is about
/// @param id the field, piece, rule or limit
/// @param section the section where it is mended; none for a piece or a limit
/// @param field the field where it is mended; none for a piece or a limit
/// @param messageKey the message
/// @param args its arguments, in both languages
/// @param blocking whether the deposit (or the decision) waits until it is mended
public record Gap(
        Kind kind,
        String id,
        @Nullable String section,
        @Nullable String field,
        String messageKey,
        List<Words> args,
        boolean blocking) {
    /// What a gap is about.
    public enum Kind {
        /// An answer is missing.
        FIELD,
        /// A document is missing, and nothing was said of it.
        PIECE,
        /// Answers contradict each other or the law.
        RULE,
        /// A party has not confirmed what is said in its name, and a text asks for it.
        ATTESTATION,
        /// What would be granted goes beyond what may be.
        LIMIT
    }

    /// The arguments of the message, in the reader's language.
    public Object[] args(Locale locale) {
        return args.stream().map(words -> words.in(locale)).toArray();
    }

    static Gap of(
            Kind kind,
            String id,
            @Nullable String section,
            @Nullable String field,
            Words about,
            boolean blocking) {
        return new Gap(kind, id, section, field, "procedure.gap." + kind, List.of(about), blocking);
    }
}
