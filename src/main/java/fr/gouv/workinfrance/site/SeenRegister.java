package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Limits;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.Register;
import fr.gouv.workinfrance.reference.online.RegisterAnswer;
import fr.gouv.workinfrance.reference.online.RegisterSearch;

import org.springframework.stereotype.Component;

import java.time.Duration;
import java.util.Optional;

/// The register of establishments as a page asks it, for someone: so many times, and then it is as
/// if it were away.
@Component
public class SeenRegister {

    private static final int MOST = 40;
    private static final Duration WITHIN = Duration.ofMinutes(10);

    private final Register register;
    private final Limits limits;

    SeenRegister(Register register, Limits limits) {
        this.register = register;
        this.limits = limits;
    }

    /// What it says of an establishment.
    public RegisterAnswer find(Siret siret, Account by) {
        return allowed(by) ? register.find(siret) : new RegisterAnswer.Away();
    }

    /// What it said of an establishment lately, without asking it.
    public Optional<RegisterAnswer.Found> known(Siret siret) {
        return register.known(siret);
    }

    /// The establishments that bear a name in a town.
    public RegisterSearch search(String name, String town, Account by) {
        return allowed(by) ? register.search(name, town) : new RegisterSearch.Away();
    }

    private boolean allowed(Account by) {
        return limits.allow("register:" + by.id(), MOST, WITHIN);
    }
}
