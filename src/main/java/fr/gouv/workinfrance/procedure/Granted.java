package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Per;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;

/// What a favourable decision would grant, to be checked against the limits of the procedure.
///
/// @param start first day of the authorization
/// @param end last day of the authorization, included
/// @param minutes working time, in minutes for the period
/// @param per the period
/// @param job the job
/// @param siret the employer's establishment; absent for an employer who has none
public record Granted(
        LocalDate start, LocalDate end, long minutes, Per per, String job, @Nullable String siret) {

    /// The names under which limits know what would be granted.
    public static final Map<String, FieldType> FIELDS = fields();

    private static Map<String, FieldType> fields() {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        fields.put("granted_start", new FieldType.Day());
        fields.put("granted_end", new FieldType.Day());
        fields.put("granted_hours", new FieldType.Hours(Set.of(Per.values())));
        fields.put("granted_job", new FieldType.Text(200));
        fields.put("granted_siret", new FieldType.SiretNumber());
        return Map.copyOf(fields);
    }

    Map<String, Object> values() {
        Map<String, Object> values = new LinkedHashMap<>();
        values.put("granted_start", start.toString());
        values.put("granted_end", end.toString());
        values.put("granted_hours", Map.of(TypedAmount.MINUTES, minutes, "per", per.name()));
        values.put("granted_job", job);
        if (siret != null) {
            values.put("granted_siret", siret);
        }
        return values;
    }
}
