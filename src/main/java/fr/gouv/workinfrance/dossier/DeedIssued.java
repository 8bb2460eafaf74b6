package fr.gouv.workinfrance.dossier;

import java.time.Instant;

/// An official document is ready for the parties.
public record DeedIssued(DossierId dossier, IssuedDeed.Kind kind, Instant at) {}
