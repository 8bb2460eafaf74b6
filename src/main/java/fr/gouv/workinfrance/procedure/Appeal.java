package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.calendar.LegalPeriod;

/// One way of contesting a decision.
///
/// @param id unique within the version: `gracieux`, `hierarchique`, `contentieux`
/// @param name its name
/// @param before to whom it is addressed
/// @param within how long after the notification it is open
/// @param statement how it goes, with its sources
public record Appeal(
        String id, Words name, Words before, LegalPeriod within, Statement statement) {}
