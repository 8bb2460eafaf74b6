package fr.gouv.workinfrance.examination.revision;

import static java.util.Objects.requireNonNullElse;

import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Prepared;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.revision.Revision.State;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Says what refusals print: as they were given, or as they were last mended.
@Component
public class Wordings {

    private final Procedures procedures;

    Wordings(Procedures procedures) {
        this.procedures = procedures;
    }

    /// Of the refusal that stands.
    ///
    /// @param known the acts about the decisions of the dossier, in order
    /// @return empty of a dossier that no decision refuses
    public Optional<Wording> of(Dossier dossier, Collection<Revision> known) {
        if (!(dossier.stage() instanceof Stage.Decided decided)
                || !(decided.prepared().decision() instanceof Decision.Refused refused)) {
            return Optional.empty();
        }
        return known.stream()
                .filter(one -> one.state() == State.SIGNED)
                .filter(one -> one.at().isAfter(decided.signed().at()))
                .flatMap(
                        one ->
                                one.matter() instanceof Erratum mended
                                        ? Stream.of(mended.after())
                                        : Stream.empty())
                .reduce((_, last) -> last)
                .or(() -> Optional.of(printed(dossier, decided.prepared(), refused)));
    }

    private Wording printed(Dossier dossier, Prepared prepared, Decision.Refused refused) {
        Names names = Names.of(dossier.answers());
        Version version = procedures.version(dossier.procedure(), prepared.criteria());
        Map<String, String> reasons =
                refused.reasons().stream()
                        .flatMap(id -> version.reason(id).stream())
                        .collect(
                                Collectors.toMap(
                                        reason -> reason.id(),
                                        reason ->
                                                refused.wordings()
                                                        .getOrDefault(
                                                                reason.id(),
                                                                reason.wording()
                                                                        .in(Locale.FRENCH))));
        return new Wording(
                requireNonNullElse(names.worker(), ""),
                requireNonNullElse(names.employer(), ""),
                reasons,
                refused.facts());
    }

    /// The refusal as it should have been printed.
    static Decision.Refused with(Dossier dossier, Wording wording) {
        return new Decision.Refused(
                dossier.prepared()
                        .map(Prepared::decision)
                        .map(Decision.Refused.class::cast)
                        .orElseThrow()
                        .reasons(),
                wording.reasons(),
                wording.facts());
    }
}
