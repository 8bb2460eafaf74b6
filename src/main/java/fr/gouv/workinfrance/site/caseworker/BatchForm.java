package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.batch.Batch;
import fr.gouv.workinfrance.examination.batch.Batch.Act;
import fr.gouv.workinfrance.examination.worklist.Labels;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// What is asked for of many dossiers, as it is typed.
///
/// @param query of the list they come from
/// @param act by its name
/// @param caseworker who is put in charge
public record BatchForm(
        List<UUID> dossiers, String query, String act, String caseworker, String label) {

    private static final Pattern ID = Pattern.compile("[0-9a-f-]{36}");

    public BatchForm {
        dossiers = List.copyOf(dossiers);
    }

    Optional<Act> asked() {
        return Stream.of(Act.values()).filter(one -> one.name().equals(act)).findFirst();
    }

    /// The field that is wrong; empty when none is.
    String wrong() {
        if (dossiers.isEmpty() || dossiers.size() > Batch.MOST) {
            return "dossiers";
        }
        return switch (asked().orElse(null)) {
            case null -> "acte";
            case ASSIGN -> ID.matcher(caseworker).matches() ? "" : "agent";
            case LABEL, UNLABEL ->
                    label.isBlank() || label.strip().length() > Labels.LONGEST ? "libelle" : "";
            case BALANCE, CERTIFY -> "";
        };
    }

    /// Who is put in charge, or the label.
    @Nullable String what() {
        return switch (asked().orElseThrow()) {
            case ASSIGN -> caseworker;
            case LABEL, UNLABEL -> label.strip();
            case BALANCE, CERTIFY -> null;
        };
    }
}
