package fr.gouv.workinfrance.employer.mandate;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.employer.mandate.Standing.Ended;
import fr.gouv.workinfrance.employer.mandate.Standing.Side;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// Writes to the two of a mandate about it. Nothing that anybody typed goes into a letter: the
/// numbers, the days, and the words of the house are all there is.
@Component
class MandateLetters {

    /// What a letter tells.
    enum News {
        ASKED,
        GIVEN,
        REFUSED,
        ENDED,
        ENDING
    }

    private final Mail mail;
    private final Accounts accounts;
    private final String baseUrl;

    MandateLetters(Mail mail, Accounts accounts, @Value("${wif.base-url}") String baseUrl) {
        this.mail = mail;
        this.accounts = accounts;
        this.baseUrl = baseUrl;
    }

    /// To the employer, who is asked to give it.
    void asked(Mandate mandate) {
        write(mandate, Side.GIVER, mandate.giver().account(), News.ASKED, Map.of());
    }

    /// To the one of the two who did not do it himself.
    void given(Mandate mandate, UUID by) {
        if (!by.equals(mandate.holder().account())) {
            write(mandate, Side.HOLDER, mandate.holder().account(), News.GIVEN, Map.of());
        }
        if (!by.equals(mandate.giver().account())) {
            write(mandate, Side.GIVER, mandate.giver().account(), News.GIVEN, Map.of());
        }
    }

    void refused(Mandate mandate) {
        write(mandate, Side.HOLDER, mandate.holder().account(), News.REFUSED, Map.of());
    }

    /// To both, whoever did it.
    void ended(Mandate mandate) {
        if (mandate.standing() instanceof Ended(_, var at, _, Side side)) {
            both(mandate, News.ENDED, Map.of("at", at, "by", side));
        }
    }

    void ending(Mandate mandate) {
        both(mandate, News.ENDING, Map.of());
    }

    private void both(Mandate mandate, News news, Map<String, Object> said) {
        write(mandate, Side.GIVER, mandate.giver().account(), news, said);
        write(mandate, Side.HOLDER, mandate.holder().account(), news, said);
    }

    private void write(
            Mandate mandate,
            Side side,
            @Nullable UUID account,
            News news,
            Map<String, Object> said) {
        Optional<Account> to = Optional.ofNullable(account).flatMap(accounts::account);
        if (to.isEmpty()) {
            return;
        }
        Locale language = Locale.of(to.get().language());
        Map<String, Object> model = new HashMap<>(said);
        model.put("news", news.name());
        model.put("side", side);
        model.put("number", mandate.id().number());
        model.put("until", mandate.until());
        model.put("link", baseUrl + Language.of(language).prefix() + "/mandats/" + mandate.id());
        if (mandate.reach() instanceof Reach.OneRequest(_, String reference, _)) {
            model.put("reference", reference);
        }
        mail.post(
                new Letter(
                        "mandate/%s/%s/%s".formatted(mandate.id(), news, side),
                        to.get().email(),
                        language,
                        "mandate",
                        model));
    }
}
