package fr.gouv.workinfrance.procedure.body;

import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Piece;

import java.util.Set;

/// What of a request its purpose lets an administration see: all the rest stays where it is.
///
/// @param fields the questions whose answers it sees
/// @param pieces the documents that it sees
/// @param authorization whether it has the authorization, once there is one
public record Sight(Set<String> fields, Set<String> pieces, boolean authorization) {

    public Sight {
        fields = Set.copyOf(fields);
        pieces = Set.copyOf(pieces);
    }

    public boolean of(Field field) {
        return fields.contains(field.id());
    }

    public boolean of(Piece piece) {
        return pieces.contains(piece.id());
    }
}
