package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;

import java.util.List;
import java.util.Map;
import java.util.UUID;

/// The offices that something names, those who now work in one of them, and others who are named
/// beside them.
///
/// @param offices by name; those that are not there are left out
/// @param members of that one, the oldest grant first; none where they were not asked for
/// @param people all of them and the others, by account; those that are not there are left out
public record Circle(List<Office> offices, List<Account> members, Map<UUID, Account> people) {

    public Circle {
        offices = List.copyOf(offices);
        members = List.copyOf(members);
        people = Map.copyOf(people);
    }
}
