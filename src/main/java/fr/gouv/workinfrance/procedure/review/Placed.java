package fr.gouv.workinfrance.procedure.review;

import fr.gouv.workinfrance.procedure.Procedure;

import java.util.ArrayList;
import java.util.List;

/// A clause, and where it stands in the catalogue.
///
/// @param versions the numbers of the versions that say it alike, from the oldest; of a
///   transitional rule, the version whose criteria go on
public record Placed(Procedure procedure, List<String> versions, Clause clause) {

    /// The number of the newest version that says it.
    public String newest() {
        return versions.getLast();
    }

    /// All that the catalogue says, what several versions say alike once.
    static List<Placed> all(List<Procedure> procedures) {
        List<Placed> all = new ArrayList<>();
        for (Procedure procedure : procedures) {
            List<Placed> here = new ArrayList<>();
            procedure
                    .versions()
                    .forEach(
                            version ->
                                    Reading.of(version)
                                            .clauses()
                                            .forEach(
                                                    clause ->
                                                            add(
                                                                    here,
                                                                    procedure,
                                                                    version.number(),
                                                                    clause)));
            procedure
                    .transitions()
                    .forEach(
                            rule ->
                                    add(
                                            here,
                                            procedure,
                                            rule.criteriaOf(),
                                            Reading.statement(rule.statement())));
            all.addAll(here);
        }
        return List.copyOf(all);
    }

    private static void add(List<Placed> here, Procedure procedure, String version, Clause clause) {
        for (int index = 0; index < here.size(); index++) {
            Placed known = here.get(index);
            if (known.clause.equals(clause)) {
                List<String> versions = new ArrayList<>(known.versions);
                versions.add(version);
                here.set(index, new Placed(procedure, List.copyOf(versions), clause));
                return;
            }
        }
        here.add(new Placed(procedure, List.of(version), clause));
    }
}
