package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.logout.LogoutHandler;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.Map;

/// Leaves a trace of a person signing out.
@Component
final class SignOut implements LogoutHandler {

    private final Journal journal;
    private final TransactionTemplate transaction;

    SignOut(Journal journal, TransactionTemplate transaction) {
        this.journal = journal;
        this.transaction = transaction;
    }

    @Override
    public void logout(
            HttpServletRequest request,
            HttpServletResponse response,
            @Nullable Authentication authentication) {
        if (authentication != null && authentication.getPrincipal() instanceof Account account) {
            transaction.executeWithoutResult(
                    status ->
                            journal.record(
                                    new Subject("account", account.id().toString()),
                                    account.actor(),
                                    "account.signed-out",
                                    Map.of()));
        }
    }
}
