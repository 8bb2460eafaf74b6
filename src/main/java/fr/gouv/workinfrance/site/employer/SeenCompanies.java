package fr.gouv.workinfrance.site.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Roles;
import fr.gouv.workinfrance.employer.Employers;
import fr.gouv.workinfrance.employer.Position;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.site.NotFound;

import jakarta.servlet.http.HttpServletRequest;

import org.springframework.stereotype.Component;

import java.util.List;

/// The company that an address names, as whoever asks may see it. For anyone else there is no such
/// page: a company that has a space here and one that has none are told apart by nothing.
@Component
class SeenCompanies {

    private final Employers employers;
    private final Roles roles;

    SeenCompanies(Employers employers, Roles roles) {
        this.employers = employers;
        this.roles = roles;
    }

    List<Position> of(Account account, HttpServletRequest request) {
        return employers.of(roles.of(account, request));
    }

    /// For someone who acts for it.
    ///
    /// @param siren as typed
    Position seen(String siren, Account account, HttpServletRequest request) {
        return Siren.parse(siren)
                .flatMap(number -> employers.position(number, roles.of(account, request)))
                .orElseThrow(NotFound::new);
    }

    /// For someone who says who acts for it.
    Position administered(String siren, Account account, HttpServletRequest request) {
        Position position = seen(siren, account, request);
        if (!position.administers()) {
            throw new NotFound();
        }
        return position;
    }
}
