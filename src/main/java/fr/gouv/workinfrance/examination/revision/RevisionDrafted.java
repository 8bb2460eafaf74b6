package fr.gouv.workinfrance.examination.revision;

import fr.gouv.workinfrance.dossier.DossierId;

import java.time.Instant;
import java.util.UUID;

/// A caseworker has drafted an act before which the persons concerned are heard.
///
/// @param over when the last day to answer has passed
public record RevisionDrafted(DossierId dossier, UUID revision, Instant over) {}
