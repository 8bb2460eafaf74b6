package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.office.Absence;
import fr.gouv.workinfrance.office.Member;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.site.Shell;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// A service, as its head sees it.
///
/// @param loads how many open dossiers each has in charge
public record TeamView(
        Office office,
        List<Member> members,
        Map<UUID, Long> loads,
        List<Procedure> procedures,
        LocalDate today) {

    public String address() {
        return "/pilotage/" + office.id();
    }

    public List<Account> accounts() {
        return members.stream().map(Member::account).toList();
    }

    public long load(Member member) {
        return loads.getOrDefault(member.account().id(), 0L);
    }

    /// "du 3 au 7 décembre", with who covers.
    public String told(Absence absence, Shell shell) {
        String cover =
                members.stream()
                        .map(Member::account)
                        .filter(account -> account.id().equals(absence.cover()))
                        .map(Account::displayName)
                        .findFirst()
                        .orElse(shell.lookup("site.desk.absence.all"));
        return shell.say(
                "site.desk.absence.told",
                shell.day(absence.first()),
                shell.day(absence.last()),
                cover);
    }
}
