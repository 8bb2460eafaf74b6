package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;

import org.jspecify.annotations.Nullable;

import java.io.Serializable;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// A person who can sign in, and all that a session keeps: what the person may do is asked of
/// [Grants] at each request.
///
/// @param email in lower case, unique in the house
/// @param capacity in which an agent acts, "adjointe au chef du service", as decisions must state
///   (article L212-1 CRPA)
/// @param language `fr`
public record Account(
        UUID id,
        String email,
        @Nullable String givenName,
        @Nullable String surname,
        @Nullable String capacity,
        String language)
        implements Serializable {

    /// The account as the journal knows it.
    public Actor actor() {
        return Actor.account(id);
    }

    /// Given name and surname, as far as they are known, otherwise the e-mail address.
    public String displayName() {
        var name =
                Stream.of(givenName, surname)
                        .filter(part -> part != null && !part.isBlank())
                        .collect(Collectors.joining(" "));
        return name.isEmpty() ? email : name;
    }

    /// Names nobody, so that no log does.
    @Override
    public String toString() {
        return "Account[" + id + "]";
    }
}
