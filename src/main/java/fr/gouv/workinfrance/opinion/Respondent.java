package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.journal.Actor;

import org.jspecify.annotations.Nullable;

import java.util.UUID;

/// Who answers for a service: one of its members, or whoever holds its one-off link.
///
/// @param account absent for a link
/// @param name as it stands under the opinion
public record Respondent(@Nullable UUID account, String name, Actor actor) {

    static Respondent of(Account member) {
        String capacity = member.capacity();
        return new Respondent(
                member.id(),
                capacity == null || capacity.isBlank()
                        ? member.displayName()
                        : member.displayName() + ", " + capacity,
                member.actor());
    }
}
