package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.language.Language;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Each thing that may be wrong has its words, and no words are left over.
class MessagesOfProcedureTest {
    private static final Pattern WRONG = Pattern.compile("Wrong\\s*\\.of\\(\\s*\"(\\w+)\"");

    @ParameterizedTest
    @EnumSource(Language.class)
    void every_message_is_there_and_none_is_left_over(Language language) throws IOException {
        Properties messages = new Properties();
        try (var file =
                Files.newBufferedReader(
                        Path.of(
                                "src/main/resources/messages_"
                                        + language.code()
                                        + ".properties"))) {
            messages.load(file);
        }
        Set<String> said = new TreeSet<>(messages.stringPropertyNames());
        said.removeIf(key -> !key.startsWith("procedure."));
        assertThat(said).isEqualTo(needed());
    }

    private static Set<String> needed() throws IOException {
        Set<String> needed = new TreeSet<>();
        // who has not confirmed is told by the dossier, which knows who that is
        for (Gap.Kind kind : EnumSet.complementOf(EnumSet.of(Gap.Kind.ATTESTATION))) {
            needed.add("procedure.gap." + kind);
        }
        try (Stream<Path> files =
                Files.list(Path.of("src/main/java/fr/gouv/workinfrance/procedure"))) {
            for (Path file : files.filter(path -> path.toString().endsWith(".java")).toList()) {
                WRONG.matcher(Files.readString(file))
                        .results()
                        .forEach(found -> needed.add("procedure.wrong." + found.group(1)));
            }
        }
        return needed;
    }
}
