package fr.gouv.workinfrance.site.applicant;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.reference.BareText;
import fr.gouv.workinfrance.reference.online.Establishment;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.List;

/// What the register says of the establishment that was typed, beside the answers.
///
/// @param field the question that asks the SIRET
/// @param state `none` before anything is looked up, `found`, `unknown`, `not-shown`, `away`
/// @param readAt when the register said so
/// @param said what it says of other answers
public record RegisterView(
        Field field,
        String state,
        @Nullable Establishment establishment,
        @Nullable Instant readAt,
        List<Said> said) {

    /// Keeps its own copy.
    public RegisterView {
        said = List.copyOf(said);
    }

    /// What the register says of one answer.
    ///
    /// @param told by the register
    /// @param typed the answer
    public record Said(Field field, String told, String typed, int revision) {

        public boolean same() {
            return BareText.of(told).equals(BareText.of(typed));
        }

        /// Whether someone answered otherwise: his answer stays, unless he chooses.
        public boolean differs() {
            return !typed.isBlank() && !same();
        }
    }

    static RegisterView of(Field field, String state) {
        return new RegisterView(field, state, null, null, List.of());
    }

    public boolean found() {
        return establishment != null;
    }

    public boolean closed() {
        return establishment != null && !establishment.open();
    }

    public List<Said> different() {
        return said.stream().filter(Said::differs).toList();
    }
}
