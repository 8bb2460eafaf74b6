package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.dossier.IllegalMove.Why;

import java.util.Optional;

/// What keeps a request from being decided, and that is known upstairs alone: nothing is prepared,
/// nor signed, before it was asked.
public interface Impediment {

    /// Why nothing may be decided yet on a request that is held; empty when nothing keeps it.
    Optional<Why> to(DossierId held);
}
