package fr.gouv.workinfrance.procedure.body;

import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/// What an administration may be asked, and the form in which it answers.
///
/// @param id unique within its body, "artist-contract"
/// @param title by which a caseworker chooses it
/// @param question what is asked
/// @param questions beside the opinion itself and its reasons
/// @param days to answer, in *jours ouvrés* where the consulted office sits
/// @param extension by how many *jours ouvrés* at the most an extension may be granted; 0 for none
/// @param silence what it means that nothing came by the day
/// @param compulsory whether nothing is decided before it came, or its silence took effect
/// @param communicable whether the applicant may read it, unless the caseworker says otherwise
/// @param basis what carries the meaning of its silence
/// @param delegates the bodies that the asked one may ask in its turn
public record Inquiry(
        String id,
        Words title,
        Words question,
        List<Question> questions,
        int days,
        int extension,
        Silence silence,
        boolean compulsory,
        boolean communicable,
        Statement basis,
        Set<String> delegates) {

    public Inquiry {
        questions = List.copyOf(questions);
        delegates = Set.copyOf(delegates);
    }

    /// What it means that no answer came.
    public enum Silence {
        /// The opinion is deemed favourable.
        FAVOURABLE,
        /// No opinion was given: one goes on without it.
        NONE,
        /// It is waited for, however long.
        WAITED
    }

    /// One question of the form.
    public record Question(
            String id, FieldType type, Words label, @Nullable Words hint, boolean required) {}

    public Optional<Question> question(String wanted) {
        return questions.stream().filter(question -> question.id().equals(wanted)).findFirst();
    }
}
