package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.clock.ClockLine;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/// The ledger of the legal time limit is in the journal too, whatever was done to a request.
@WifTest
class JournalLedgerTest {

    private static final Subject JOB = Subject.field("job_title");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Corrections corrections;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    DossierId lives;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
    }

    @Test
    void the_journal_alone_gives_the_ledger_whatever_was_done() {
        Random random = new Random(20261201);
        for (int life = 0; life < 6; life++) {
            clock.set(SettableClock.START);
            Dossier deposited = requests.deposited(employer);
            decisions.assign(deposited.id(), caseworker.id(), caseworker);
            lives = deposited.id();
            for (int step = 0; step < 8; step++) {
                clock.advance(Duration.ofDays(random.nextInt(9)));
                something(random);
            }
            List<ClockLine> replayed =
                    journal.of(lives.subject()).stream()
                            .flatMap(entry -> entry.facts().getOrDefault("clock", "").lines())
                            .map(ClockLine::read)
                            .toList();
            assertThat(dossier().clock().lines()).isEqualTo(replayed).isNotEmpty();
        }
    }

    /// An act among those that are open, by chance.
    private void something(Random random) {
        if (dossier().stage() instanceof Stage.Withdrawn) {
            return;
        }
        switch (random.nextInt(5)) {
            case 0 -> {
                if (dossier().pendingCorrection().isEmpty()) {
                    LocalDate by = dossiers.today(dossier()).plusDays(1L + random.nextInt(20));
                    Asking.Line line =
                            random.nextBoolean() && dossier().certified().isEmpty()
                                    ? new Asking.Line(JOB, Nature.MISSING, "answer-absent", "")
                                    : new Asking.Line(JOB, Nature.CLARIFICATION, "", "Précisez.");
                    corrections.ask(
                            lives,
                            new Asking(List.of(line), by, "Cela n’apparaissait pas."),
                            caseworker);
                }
            }
            case 1 -> {
                int revision =
                        dossiers.see(lives, employer)
                                .orElseThrow()
                                .dossier()
                                .answers()
                                .revision(JOB.id());
                String typed = "Emploi " + random.nextInt(1000);
                drafts.answer(
                        lives,
                        List.of(new Given(JOB.id(), typed, revision)),
                        employer,
                        Locale.FRENCH);
            }
            case 2 -> corrections.send(lives, employer);
            case 3 -> dossiers.look(lives);
            default -> {
                if (random.nextInt(6) == 0) {
                    dossiers.withdraw(lives, employer);
                }
            }
        }
    }

    private Dossier dossier() {
        return dossiers.dossier(lives);
    }
}
