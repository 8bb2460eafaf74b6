package fr.gouv.workinfrance.office;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grant;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;

/// Which service handles what, where, on which day, and who works there.
@Component
public class Offices {

    private final OfficeTable table;
    private final Grants grants;
    private final Accounts accounts;

    Offices(OfficeTable table, Grants grants, Accounts accounts) {
        this.table = table;
        this.grants = grants;
        this.accounts = accounts;
    }

    @Transactional(readOnly = true)
    public Optional<Office> office(String id) {
        return table.find(id);
    }

    @Transactional(readOnly = true)
    public List<Office> all() {
        return table.all();
    }

    /// The service of that kind that is competent for a département on a day; empty when none is.
    @Transactional(readOnly = true)
    public Optional<Office> covering(OfficeKind kind, String department, LocalDate on) {
        return table.covering(kind, department, on);
    }

    /// Who decides and who examines for a département on a day; empty when no préfecture is
    /// competent.
    @Transactional(readOnly = true)
    public Optional<Handling> handling(String department, LocalDate on) {
        return table.covering(OfficeKind.PREFECTURE, department, on)
                .map(
                        deciding ->
                                new Handling(
                                        deciding,
                                        table.covering(OfficeKind.PLATFORM, department, on)
                                                .orElse(deciding)));
    }

    /// Who works there in that capacity today.
    ///
    /// @param relation `caseworker` or `signatory`
    @Transactional(readOnly = true)
    public List<Account> members(String office, String relation) {
        List<UUID> members =
                grants.on(new Scope("office", office)).stream()
                        .filter(grant -> grant.relation().equals(relation))
                        .map(Grant::account)
                        .toList();
        var known = accounts.named(members);
        return members.stream().map(known::get).filter(Objects::nonNull).toList();
    }

    /// Where someone works in that capacity today.
    @Transactional(readOnly = true)
    public List<Office> of(Account account, String relation) {
        return table.find(
                grants.of(account.id()).stream()
                        .filter(grant -> grant.relation().equals(relation))
                        .map(Grant::scope)
                        .filter(scope -> scope.kind().equals("office"))
                        .map(Scope::id)
                        .toList());
    }
}
