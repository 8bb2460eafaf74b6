package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Per;

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
/// @param siret the employer's establishment
public record Granted(
        LocalDate start, LocalDate end, long minutes, Per per, String job, String siret) {
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
        return Map.of(
                "granted_start", start.toString(),
                "granted_end", end.toString(),
                "granted_hours", Map.of(TypedAmount.MINUTES, minutes, "per", per.name()),
                "granted_job", job,
                "granted_siret", siret);
    }
}
