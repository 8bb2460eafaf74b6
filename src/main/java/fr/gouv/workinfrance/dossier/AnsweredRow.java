package fr.gouv.workinfrance.dossier;

import java.util.Map;
import java.util.UUID;

/// A request, as far as its answers say.
///
/// @param values as conditions and rules know them, with who files
record AnsweredRow(
        UUID id, Stage.Name stage, String procedure, String version, Map<String, Object> values) {}
