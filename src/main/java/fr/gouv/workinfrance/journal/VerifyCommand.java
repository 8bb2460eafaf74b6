package fr.gouv.workinfrance.journal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/// `--wif.command=verify-journal`: says what was found, and leaves with 0 when all is sound, 1 when
/// it is not.
@Component
@ConditionalOnProperty(name = "wif.command", havingValue = "verify-journal")
class VerifyCommand implements ApplicationRunner {

    private final Journal journal;
    private final ApplicationContext context;

    VerifyCommand(Journal journal, ApplicationContext context) {
        this.journal = journal;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Audit audit = journal.verify();
        System.out.println(told(audit));
        ExitCodeGenerator code = () -> audit instanceof Audit.Sound ? 0 : 1;
        System.exit(SpringApplication.exit(context, code));
    }

    static String told(Audit audit) {
        return switch (audit) {
            case Audit.Sound(long entries, long chains, long checkpoints) ->
                    "The journal is sound: %d entries in %d chains, %d checkpoints."
                            .formatted(entries, chains, checkpoints);
            case Audit.Broken(var flaws) -> {
                StringBuilder told =
                        new StringBuilder(
                                "THE JOURNAL WAS TAMPERED WITH, in %d places:"
                                        .formatted(flaws.size()));
                flaws.forEach(
                        flaw ->
                                told.append(
                                        "\n  %s %s #%d"
                                                .formatted(
                                                        flaw.kind(),
                                                        flaw.subject(),
                                                        flaw.number())));
                yield told.toString();
            }
        };
    }
}
