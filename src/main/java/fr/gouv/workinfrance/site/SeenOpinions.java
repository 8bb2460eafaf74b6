package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Dialogue;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Standing;
import fr.gouv.workinfrance.procedure.Procedures;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Reads what other administrations were asked, and told, about a dossier.
@Component
public class SeenOpinions {

    private static final Set<String> ANY = Set.of("ASK_OPINION", "INFORM");

    private final Opinions opinions;
    private final Procedures procedures;

    SeenOpinions(Opinions opinions, Procedures procedures) {
        this.opinions = opinions;
        this.procedures = procedures;
    }

    /// Of a dossier of which this is the history: what it does not tell, nobody asks for.
    public ConsultedView of(DossierId dossier, HistoryView history) {
        return history.entries().stream().anyMatch(entry -> ANY.contains(entry.act()))
                ? of(dossier, history.offices())
                : ConsultedView.NONE;
    }

    /// What others were asked about a dossier, whatever they were told.
    public ConsultedView asked(DossierId dossier) {
        return asked(opinions.of(dossier), Map.of());
    }

    /// The same, of what was read already.
    ///
    /// @param known services that were read already, by id
    public ConsultedView asked(List<Consultation> asked, Map<String, Office> known) {
        return new ConsultedView(asked(opinions.standing(asked, known)), List.of());
    }

    /// All of a dossier.
    public ConsultedView of(DossierId dossier) {
        return of(dossier, Map.of());
    }

    private ConsultedView of(DossierId dossier, Map<String, Office> known) {
        Dialogue dialogue = opinions.dialogue(dossier, known);
        return new ConsultedView(
                asked(dialogue.asked()),
                dialogue.told().stream()
                        .map(
                                one ->
                                        new ConsultedView.Told(
                                                one,
                                                procedures.body(one.body()).orElseThrow(),
                                                Objects.requireNonNull(
                                                        dialogue.offices().get(one.office()))))
                        .toList());
    }

    private static List<ConsultedView.Asked> asked(List<Standing> asked) {
        return asked.stream().map(ConsultedView.Asked::new).toList();
    }
}
