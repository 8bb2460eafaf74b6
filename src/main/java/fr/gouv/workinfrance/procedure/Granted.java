package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;
import fr.gouv.workinfrance.reference.Zone;

import org.jspecify.annotations.Nullable;

import java.time.LocalDate;
import java.util.Collections;
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
/// @param pay gross; absent while it is not said
/// @param zone where it would hold; absent while it is not said
/// @param seat code of the département where it is issued
public record Granted(
        LocalDate start,
        LocalDate end,
        long minutes,
        Per per,
        String job,
        @Nullable String siret,
        @Nullable Amount pay,
        @Nullable Zone zone,
        String seat) {

    /// The names under which limits know what would be granted, from what a limit is most likely to
    /// be about to what it needs beside.
    public static final Map<String, FieldType> FIELDS = fields();

    private static Map<String, FieldType> fields() {
        Map<String, FieldType> fields = new LinkedHashMap<>();
        fields.put("granted_pay", new FieldType.Money(Set.of(Per.values())));
        fields.put("granted_zone", new FieldType.Text(20));
        fields.put("granted_start", new FieldType.Day());
        fields.put("granted_end", new FieldType.Day());
        fields.put("granted_hours", new FieldType.Hours(Set.of(Per.values())));
        fields.put("granted_job", new FieldType.Text(200));
        fields.put("granted_siret", new FieldType.SiretNumber());
        fields.put("granted_seat", new FieldType.Text(3));
        return Collections.unmodifiableMap(fields);
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
        if (pay != null) {
            values.put("granted_pay", TypedAmount.kept(pay));
        }
        if (zone != null) {
            values.put("granted_zone", zone.land());
        }
        values.put("granted_seat", seat);
        return values;
    }
}
