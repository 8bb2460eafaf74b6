package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is kept beside a dossier, whoever looks at it.
///
/// @param unopened of each message that someone has not opened, for whom it waits: parts, or
///   [#OFFICE]
record Annex(
        List<Mended> mended,
        @Nullable RegisterNote note,
        List<Set<String>> unopened,
        List<Kept> given) {

    /// Who opens what a party writes.
    static final String OFFICE = "OFFICE";

    Whole of(Seen seen) {
        Set<String> readers =
                seen.byOffice()
                        ? Set.of(OFFICE)
                        : Relation.writing(seen.relations()).stream()
                                .map(Part::name)
                                .collect(Collectors.toSet());
        return new Whole(
                seen,
                mended,
                Optional.ofNullable(note).filter(known -> known.isAbout(seen.dossier())),
                (int) unopened.stream().filter(one -> !Collections.disjoint(one, readers)).count(),
                given.stream()
                        .collect(Collectors.toMap(Kept::document, kept -> kept, (one, _) -> one)));
    }
}
