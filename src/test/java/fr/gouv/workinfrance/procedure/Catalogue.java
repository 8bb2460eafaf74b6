package fr.gouv.workinfrance.procedure;

import fr.gouv.workinfrance.procedure.file.ProcedureFile;
import fr.gouv.workinfrance.procedure.file.ProcedureFile.Outcome;
import fr.gouv.workinfrance.reference.Countries;
import fr.gouv.workinfrance.reference.Territories;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// The catalogue as the tests see it: the real files, without Spring.
final class Catalogue {
    static final Gazetteer GAZETTEER = Gazetteer.of(new Territories(), new Countries());
    static final Version STUDENT = read("etudiant-professionnalisation").versions().getFirst();

    private Catalogue() {}

    static Procedure read(String id) {
        String file = id + ".yaml";
        try {
            String yaml = Files.readString(Path.of("src/main/resources/procedures", file));
            return switch (ProcedureFile.read(file, yaml, GAZETTEER)) {
                case Outcome.Read(Procedure procedure) -> procedure;
                case Outcome.Mistaken(var mistakes) ->
                        throw new AssertionError(
                                String.join(
                                        "\n", mistakes.stream().map(Object::toString).toList()));
            };
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }
}
