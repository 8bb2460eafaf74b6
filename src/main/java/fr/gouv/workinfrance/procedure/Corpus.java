package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.need.Need;

import java.util.List;

/// All that the catalogue holds, read and checked together.
///
/// @param procedures every procedure
/// @param texts every text that may be cited
/// @param tariff the dated figures of the law
/// @param need the table that says whether an authorization is needed
/// @param faults why a part of a request may have to be mended
/// @param templates the messages that the office often writes
/// @param bodies the administrations that may be asked or informed
/// @param retraction how an authorization that was granted may be taken back
public record Corpus(
        List<Procedure> procedures,
        List<LegalText> texts,
        Tariff tariff,
        Need need,
        List<Fault> faults,
        List<Template> templates,
        List<Body> bodies,
        Retraction retraction) {}
