package fr.gouv.workinfrance.examination.export;

import fr.gouv.workinfrance.dossier.Stage;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;

/// What a list says of a dossier.
///
/// @param answered what was answered to the questions that are taken out, as their types keep it
record Row(
        String reference,
        String procedure,
        Stage.Name stage,
        String office,
        @Nullable UUID assignee,
        Instant submittedAt,
        @Nullable LocalDate limit,
        @Nullable LocalDate answerBy,
        @Nullable Instant endedAt,
        @Nullable String worker,
        @Nullable String employer,
        @Nullable String siret,
        @Nullable String labels,
        Map<String, Object> answered) {}
