package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/// Who stands in which relation to what, from when, until when. Nothing is kept in memory: a grant
/// that ends ends at the next question.
@Component
public class Grants {

    private final GrantTable grants;
    private final Journal journal;
    private final Clock clock;

    Grants(GrantTable grants, Journal journal, Clock clock) {
        this.grants = grants;
        this.journal = journal;
        this.clock = clock;
    }

    /// Gives a relation. When the account has the very same one without an end, that one stands.
    ///
    /// @param until the first instant at which it no longer holds, or null
    @Transactional
    public Grant give(
            UUID account,
            String relation,
            Scope scope,
            Instant from,
            @Nullable Instant until,
            Actor by) {
        var grant =
                new Grant(
                        UUID.randomUUID(),
                        account,
                        relation,
                        scope,
                        from.truncatedTo(ChronoUnit.MICROS),
                        until == null ? null : until.truncatedTo(ChronoUnit.MICROS));
        if (!grants.insert(grant, by, now())) {
            return grants.openEnded(account, relation, scope).orElse(grant);
        }
        record(grant, by, "grant.given");
        return grant;
    }

    /// Ends a grant; one that ends no later already is left alone.
    @Transactional
    public void end(UUID grant, Instant at, Actor by) {
        grants.end(grant, at.truncatedTo(ChronoUnit.MICROS), by)
                .ifPresent(ended -> record(ended, by, "grant.ended"));
    }

    /// Whether the account now stands in that relation to exactly that scope.
    public boolean holds(UUID account, String relation, Scope scope) {
        return grants.holds(account, relation, scope, now());
    }

    /// What the account now holds.
    public List<Grant> of(UUID account) {
        return grants.of(account, now());
    }

    /// Who now stands in any relation to that scope.
    public List<Grant> on(Scope scope) {
        return grants.on(scope, now());
    }

    /// Who now stands in any relation to one of those scopes, in one question; the oldest first.
    public List<Grant> on(Collection<Scope> scopes) {
        return grants.on(scopes, now());
    }

    /// Who ever stood in any relation to that scope, ended and future grants included.
    public List<Grant> history(Scope scope) {
        return grants.history(scope);
    }

    /// Whether that actor ever gave a grant to anybody.
    public boolean anyGivenBy(Actor by) {
        return grants.anyGivenBy(by);
    }

    private void record(Grant grant, Actor by, String act) {
        var facts =
                new TreeMap<>(
                        Map.of(
                                "grant", grant.id().toString(),
                                "relation", grant.relation(),
                                "scope", grant.scope().kind() + ":" + grant.scope().id(),
                                "from", grant.from().toString()));
        var until = grant.until();
        if (until != null) {
            facts.put("until", until.toString());
        }
        journal.record(new Subject("account", grant.account().toString()), by, act, facts);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
