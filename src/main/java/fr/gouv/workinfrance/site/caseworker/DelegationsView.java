package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.site.Shell;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;

/// The delegations of signature of a service, as its head sees them.
///
/// @param people who were given one
/// @param signatories who signs for it today
public record DelegationsView(
        Office office,
        List<Delegation> all,
        Map<UUID, Account> people,
        List<Account> signatories,
        List<Procedure> procedures,
        LocalDate today) {

    public String address() {
        return "/pilotage/" + office.id() + "/delegations";
    }

    public String name(Delegation delegation) {
        Account account = people.get(delegation.account());
        return account == null ? "" : account.displayName();
    }

    /// "TO_COME", "HOLDS" or "OVER".
    public String state(Delegation delegation) {
        return delegation.holds(today) ? "HOLDS" : delegation.over(today) ? "OVER" : "TO_COME";
    }

    public String days(Delegation delegation, Shell shell) {
        LocalDate last = delegation.last();
        return last == null
                ? shell.say("site.desk.delegation.since", shell.day(delegation.first()))
                : shell.say(
                        "site.desk.delegation.days",
                        shell.day(delegation.first()),
                        shell.day(last));
    }

    public String kinds(Delegation delegation, Shell shell) {
        return Arrays.stream(Delegation.Kind.values())
                .filter(delegation.kinds()::contains)
                .map(kind -> shell.lookup("site.desk.delegation.kind." + kind.name()))
                .collect(Collectors.joining(", "));
    }

    public String scope(Delegation delegation, Shell shell) {
        return delegation.procedures().isEmpty()
                ? shell.lookup("site.desk.delegation.all")
                : procedures.stream()
                        .filter(one -> delegation.procedures().contains(one.id()))
                        .map(one -> shell.say(one.name()))
                        .collect(Collectors.joining(", "));
    }

    public String act(Delegation delegation, Shell shell) {
        return shell.say(
                "site.desk.delegation.told",
                delegation.act(),
                shell.day(delegation.actDay()),
                delegation.gazette(),
                shell.day(delegation.gazetteDay()));
    }
}
