package fr.gouv.workinfrance.employer;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/// What a colleague may do with the requests of an employer. Each may also do what those before it
/// may.
public enum Role {
    /// Reads them.
    SEES,
    /// Fills them in, joins documents, invites the other parties.
    FILLS,
    /// Confirms what is said in the employer's name, deposits and takes back.
    DEPOSITS,
    /// Says who acts for the employer; always for the whole of it.
    ADMINISTERS;

    /// The word under which `access` keeps it.
    String granted() {
        return "employer_" + name().toLowerCase(Locale.ROOT);
    }

    static Optional<Role> granted(String relation) {
        return Arrays.stream(values()).filter(role -> role.granted().equals(relation)).findFirst();
    }

    /// Whether it allows what the other one does.
    public boolean allows(Role other) {
        return compareTo(other) >= 0;
    }
}
