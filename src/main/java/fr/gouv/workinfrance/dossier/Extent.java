package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Zone;

import java.util.List;

/// How far an authorization goes, besides its days and hours (L5221-7).
///
/// @param zone where it holds
/// @param pay gross, at the least, for its period
/// @param conditions ids of those of the version that it is granted under
/// @param further one more, written by the caseworker; empty when there is none
public record Extent(Zone zone, Amount pay, List<String> conditions, String further) {

    /// The most that may be written of it.
    public static final int MOST = 200;

    public Extent {
        conditions = List.copyOf(conditions);
    }
}
