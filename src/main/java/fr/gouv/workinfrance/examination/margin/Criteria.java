package fr.gouv.workinfrance.examination.margin;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.margin.Judgement.Verdict;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Statement;
import fr.gouv.workinfrance.procedure.Statement.Topic;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// How the criteria of a procedure stand in a dossier, one by one. What was said is never changed,
/// only followed by something else, so that what a decision rests on is known for ever.
@Component
public class Criteria {

    private final MarginTable table;
    private final Dossiers dossiers;
    private final Decisions decisions;
    private final Procedures procedures;
    private final Journal journal;
    private final Clock clock;

    Criteria(
            MarginTable table,
            Dossiers dossiers,
            Decisions decisions,
            Procedures procedures,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.dossiers = dossiers;
        this.decisions = decisions;
        this.procedures = procedures;
        this.journal = journal;
        this.clock = clock;
    }

    /// What someone says of a criterion.
    ///
    /// @param verdict absent to take back what was said
    /// @param words why; empty for nothing
    public record Said(@Nullable Verdict verdict, String words) {}

    /// Those of the decision that is prepared; otherwise, of one that would be taken today.
    public List<Statement> of(Dossier dossier) {
        return dossier.prepared()
                .map(Prepared::criteria)
                .map(version -> procedures.version(dossier.procedure(), version))
                .orElseGet(() -> decisions.criteria(dossier))
                .statements(Topic.CRITERION);
    }

    /// Says how criteria stand; what is said already, and what is no criterion, is left.
    ///
    /// @return false once a decision is prepared: what it rests on is locked
    /// @throws NoSuchElementException when the person does not work where it is handled
    /// @throws IllegalArgumentException when there are too many words
    @Transactional
    public boolean judge(DossierId id, Map<String, Said> said, Account by) {
        Dossier dossier =
                dossiers.see(id, by).filter(Seen::byOffice).map(Seen::dossier).orElseThrow();
        if (dossier.prepared().isPresent()) {
            return false;
        }
        List<Judgement> before = table.of(id.value(), clock.instant()).judgements();
        for (Statement criterion : of(dossier)) {
            Said now = said.get(criterion.id());
            if (now != null && !stands(before, criterion.id(), now)) {
                judge(id, criterion.id(), now, by);
            }
        }
        return true;
    }

    private static boolean stands(List<Judgement> before, String criterion, Said now) {
        return before.stream()
                .filter(judgement -> judgement.criterion().equals(criterion))
                .findFirst()
                .map(judgement -> judgement.says(now.verdict(), now.words().strip()))
                .orElse(now.verdict() == null && now.words().isBlank());
    }

    private void judge(DossierId id, String criterion, Said now, Account by) {
        String words = now.words().strip();
        if (words.length() > Judgement.LONGEST) {
            throw new IllegalArgumentException("a criterion is judged in 300 characters");
        }
        // first, so that two who judge it at once come one after the other
        journal.record(
                id.subject(),
                by.actor(),
                "JUDGE",
                Map.of(
                        "criterion",
                        criterion,
                        "verdict",
                        now.verdict() == null ? "" : now.verdict().name()),
                words.isEmpty() ? Map.of() : Map.of("words", words));
        table.judge(
                id.value(),
                new Judgement(criterion, now.verdict(), words, by.id(), clock.instant()));
    }
}
