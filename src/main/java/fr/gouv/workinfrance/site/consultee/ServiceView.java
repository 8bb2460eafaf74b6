package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Invitation;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Inbox.Load;

import java.util.List;
import java.util.Set;
import java.util.UUID;

/// A service that is consulted, as its head sees it.
///
/// @param members those who work there
/// @param heads which of them lead it
/// @param managed those of whom the head decides
/// @param pending those who were invited and have not come yet
/// @param email as typed, when it is wrong
/// @param wrong the key of what is; empty for nothing
public record ServiceView(
        Office office,
        Load load,
        List<Account> members,
        Set<UUID> heads,
        Set<UUID> managed,
        List<Invitation> pending,
        String email,
        String wrong) {

    public ServiceView {
        members = List.copyOf(members);
        heads = Set.copyOf(heads);
        managed = Set.copyOf(managed);
        pending = List.copyOf(pending);
    }

    public String at() {
        return "/avis/" + office.id() + "/service";
    }

    public int load(Account member) {
        return load.byMember().getOrDefault(member.id(), 0);
    }

    public boolean leads(Account member) {
        return heads.contains(member.id());
    }

    /// Whether he may be let go: of those of whom the head decides, all but the last head.
    public boolean mayGo(Account member) {
        return managed.contains(member.id()) && (!leads(member) || heads.size() > 1);
    }
}
