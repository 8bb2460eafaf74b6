package fr.gouv.workinfrance.notification;

import com.github.kagkarlsson.scheduler.SchedulerClient;
import com.github.kagkarlsson.scheduler.task.TaskDescriptor;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Telling;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;

/// Keeps what can wait until the morning of its letter, then tells it all at once.
@Component
class Digests {

    static final TaskDescriptor<Void> SEND = TaskDescriptor.of("notification-digest");

    private final DigestTable table;
    private final Accounts accounts;
    private final Dossiers dossiers;
    private final Mail mail;
    private final ObjectProvider<SchedulerClient> queue;
    private final Clock clock;
    private final String baseUrl;

    Digests(
            DigestTable table,
            Accounts accounts,
            Dossiers dossiers,
            Mail mail,
            ObjectProvider<SchedulerClient> queue,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.table = table;
        this.accounts = accounts;
        this.dossiers = dossiers;
        this.mail = mail;
        this.queue = queue;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// The letter in which someone would be told what can wait, now.
    Digest next(UUID account, Telling telling) {
        return Digest.next(account, telling, clock.instant());
    }

    /// Keeps something for a letter, which the queue sends in its time.
    @Transactional(propagation = Propagation.MANDATORY)
    void add(Digest digest, Happening happening) {
        table.add(digest, happening);
        queue.getObject()
                .scheduleIfNotExists(SEND.instance(digest.name()).scheduledTo(digest.at()));
    }

    /// Tells what was kept for a letter. Done again, nobody is told twice.
    @Transactional
    public void send(Digest digest) {
        Account account = accounts.account(digest.account()).orElseThrow();
        List<DigestLine> lines = new ArrayList<>();
        for (Happening happening : table.of(digest)) {
            // who left it meanwhile, or whose draft was erased, is told nothing of it any more
            dossiers.find(happening.dossier())
                    .filter(dossier -> Audience.party(dossier, account.id()).isPresent())
                    .ifPresent(dossier -> lines.add(line(dossier, happening, account)));
        }
        if (!lines.isEmpty()) {
            mail.post(
                    new Letter(
                            digest.letter(),
                            account.email(),
                            Locale.of(account.language()),
                            "digest",
                            Map.of("lines", List.copyOf(lines))));
        }
        table.done(digest);
    }

    private DigestLine line(Dossier dossier, Happening happening, Account account) {
        String language = Language.of(Locale.of(account.language())).prefix();
        return new DigestLine(
                dossier.reference().value(),
                happening.kind(),
                happening.at(),
                baseUrl + language + "/dossiers/" + dossier.reference());
    }
}
