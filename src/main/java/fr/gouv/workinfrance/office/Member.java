package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// A caseworker of a service.
///
/// @param procedures those that this person handles; empty for all
/// @param absences those under way or to come, the next first
public record Member(Account account, Set<String> procedures, List<Absence> absences) {

    public Member {
        procedures = Set.copyOf(procedures);
        absences = List.copyOf(absences);
    }

    public boolean present(LocalDate day) {
        return absences.stream().noneMatch(absence -> absence.on(day));
    }

    public boolean handles(String procedure) {
        return procedures.isEmpty() || procedures.contains(procedure);
    }
}
