package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Margin;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// What an office keeps of its own about a dossier, beside it.
///
/// @param doubts all those of the machine, ticked off or not
/// @param people whose names it bears
/// @param form what was typed and is wrong
public record MarginView(
        Margin margin,
        List<Doubt> doubts,
        Map<UUID, Account> people,
        Account reader,
        MarginForm form) {

    public long open() {
        return doubts.stream().filter(Doubt::open).count();
    }

    /// Someone, by name; empty for an account that is there no more.
    public String who(UUID account) {
        return Optional.ofNullable(people.get(account)).map(Account::displayName).orElse("");
    }

    /// Whether what was typed for this doubt is wrong.
    public boolean wrong(Doubt doubt) {
        return form.wrong().equals("reason") && form.about().equals(doubt.key());
    }
}
