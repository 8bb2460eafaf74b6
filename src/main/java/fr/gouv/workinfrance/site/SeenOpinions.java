package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Standing;
import fr.gouv.workinfrance.procedure.Procedures;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;

/// Reads what other administrations were asked, and told, about a dossier.
@Component
public class SeenOpinions {

    private final Opinions opinions;
    private final Informations informations;
    private final Procedures procedures;
    private final Offices offices;

    SeenOpinions(
            Opinions opinions, Informations informations, Procedures procedures, Offices offices) {
        this.opinions = opinions;
        this.informations = informations;
        this.procedures = procedures;
        this.offices = offices;
    }

    /// Of a dossier of which this is the journal: what it does not tell, nobody asks for.
    public ConsultedView of(DossierId dossier, List<Entry> entries) {
        boolean asked = entries.stream().anyMatch(entry -> entry.act().equals("ASK_OPINION"));
        boolean told = entries.stream().anyMatch(entry -> entry.act().equals("INFORM"));
        return asked || told
                ? view(
                        asked ? opinions.standing(dossier) : List.of(),
                        told ? informations.of(dossier) : List.of())
                : ConsultedView.NONE;
    }

    /// What others were asked about a dossier, whatever they were told.
    public ConsultedView asked(DossierId dossier) {
        return view(opinions.standing(dossier), List.of());
    }

    /// All of a dossier.
    public ConsultedView of(DossierId dossier) {
        return view(opinions.standing(dossier), informations.of(dossier));
    }

    private ConsultedView view(List<Standing> asked, List<Information> told) {
        Map<String, Office> named =
                told.isEmpty()
                        ? Map.of()
                        : offices
                                .all(
                                        told.stream()
                                                .map(Information::office)
                                                .collect(Collectors.toSet()))
                                .stream()
                                .collect(Collectors.toMap(Office::id, Function.identity()));
        return new ConsultedView(
                asked.stream().map(ConsultedView.Asked::new).toList(),
                told.stream()
                        .map(
                                one ->
                                        new ConsultedView.Told(
                                                one,
                                                procedures.body(one.body()).orElseThrow(),
                                                Objects.requireNonNull(named.get(one.office()))))
                        .toList());
    }
}
