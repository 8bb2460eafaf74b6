package fr.gouv.workinfrance.journal;

import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

import java.util.stream.Collectors;

/// `--wif.command=verify-journal`: says what was found, and leaves with 0 when all is sound, 1 when
/// it is not. It runs before the queue starts, on a port of its own.
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
        ExitCodeGenerator code = () -> code(audit);
        System.exit(SpringApplication.exit(context, code));
    }

    static int code(Audit audit) {
        return switch (audit) {
            case Audit.Sound _ -> 0;
            case Audit.Broken _ -> 1;
        };
    }

    static String told(Audit audit) {
        return switch (audit) {
            case Audit.Sound(
                            long entries,
                            long chains,
                            long checkpoints,
                            long waiting,
                            String last) ->
                    """
                    The journal is sound: %d entries in %d chains, %d checkpoints; %d entries wait for the next one.
                    Last checkpoint, to keep elsewhere: %s\
                    """
                            .formatted(
                                    entries,
                                    chains,
                                    checkpoints,
                                    waiting,
                                    last.isEmpty() ? "none yet" : last);
            case Audit.Broken(var flaws) ->
                    "THE JOURNAL WAS TAMPERED WITH, in %d places%s:\n"
                                    .formatted(
                                            flaws.size(),
                                            flaws.size() < Audit.Broken.TOLD ? "" : " or more")
                            + flaws.stream()
                                    .map(
                                            flaw ->
                                                    "  %s %s #%d"
                                                            .formatted(
                                                                    flaw.kind(),
                                                                    flaw.subject(),
                                                                    flaw.number()))
                                    .collect(Collectors.joining("\n"));
        };
    }
}
