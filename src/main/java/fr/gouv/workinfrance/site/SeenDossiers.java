package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Roles;
import fr.gouv.workinfrance.dossier.Perusals;
import fr.gouv.workinfrance.dossier.Reference;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Whole;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

/// The dossier that an address names, as whoever asks may see it. For anyone else there is no such
/// page: a reference that exists and one that never did are told apart by nothing.
@Component
public class SeenDossiers {

    private final Perusals perusals;
    private final Roles roles;
    private final HttpServletRequest request;

    SeenDossiers(Perusals perusals, Roles roles, HttpServletRequest request) {
        this.perusals = perusals;
        this.roles = roles;
        this.request = request;
    }

    /// For one of its parties.
    ///
    /// @param reference as typed
    public Seen byParty(String reference, Account account) {
        Seen seen = by(reference, account);
        if (!seen.byParty()) {
            throw new NotFound();
        }
        return seen;
    }

    /// The same, with what is kept beside it.
    ///
    /// @param reference as typed
    public Whole wholeByParty(String reference, Account account) {
        Whole whole = whole(reference, account);
        if (!whole.seen().byParty()) {
            throw new NotFound();
        }
        return whole;
    }

    /// For a party that may join documents to this piece now: nobody sends a file to someone else's
    /// request, nor to a part that is not his.
    ///
    /// @param reference as typed
    public Seen byFiller(String reference, String piece, Account account) {
        Seen seen = byParty(reference, account);
        if (seen.version().piece(piece).filter(seen::changes).isEmpty()) {
            throw new NotFound();
        }
        return seen;
    }

    /// For the office that handles it.
    ///
    /// @param reference as typed
    public Seen byOffice(String reference, Account account) {
        Seen seen = by(reference, account);
        if (!seen.byOffice()) {
            throw new NotFound();
        }
        return seen;
    }

    /// The same, with what is kept beside it.
    ///
    /// @param reference as typed
    public Whole wholeByOffice(String reference, Account account) {
        Whole whole = whole(reference, account);
        if (!whole.seen().byOffice()) {
            throw new NotFound();
        }
        return whole;
    }

    /// For the office that handles it, or the authority above that an appeal is before.
    ///
    /// @param reference as typed
    public Seen byAdministration(String reference, Account account) {
        Seen seen = by(reference, account);
        if (!seen.readsAll()) {
            throw new NotFound();
        }
        return seen;
    }

    private Whole whole(String reference, Account account) {
        return Reference.read(reference)
                .flatMap(read -> perusals.whole(read, account, roles.of(account, request)))
                .orElseThrow(NotFound::new);
    }

    private Seen by(String reference, Account account) {
        return Reference.read(reference)
                .flatMap(read -> perusals.see(read, account, roles.of(account, request)))
                .orElseThrow(NotFound::new);
    }
}
