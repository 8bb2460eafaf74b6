package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Waiting;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.caseworker.WorklistView.Urgency;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;

/// The appeals and the requests for reasons that wait for someone's offices.
///
/// @param waiting the most urgent first
/// @param ways what each way is called
/// @param people who are in charge
/// @param today what the day is for each office
public record AppealListView(
        List<Waiting> waiting,
        Map<String, Words> ways,
        Map<UUID, Account> people,
        Map<String, Urgency> today) {

    public Words way(Recourse one) {
        return ways.getOrDefault(one.way(), new Words(one.way(), one.way()));
    }

    /// Who is in charge; empty when nobody is.
    public String assignee(Recourse one) {
        return Optional.ofNullable(one.assignee())
                .map(people::get)
                .map(Account::displayName)
                .orElse("");
    }

    /// Whether its limit comes within the days that its office set.
    public boolean soon(Recourse one) {
        return before(one, Urgency::atRisk);
    }

    /// Whether it comes within those that its office calls urgent.
    public boolean urgent(Recourse one) {
        return before(one, Urgency::urgent);
    }

    private boolean before(Recourse one, Function<Urgency, LocalDate> of) {
        Urgency urgency = today.get(one.office());
        return urgency != null && !one.silent() && !one.limit().isAfter(of.apply(urgency));
    }
}
