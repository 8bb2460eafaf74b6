package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

class FolderStoreTest extends StoreContractTest {

    @TempDir Path folder;
    private FolderStore store;

    @BeforeEach
    void open() {
        store = new FolderStore(folder.resolve("documents"), 0);
    }

    @Override
    Store store() {
        return store;
    }

    @Test
    void only_the_service_can_read_what_is_kept() throws Exception {
        store.put(id, out -> out.write(1));

        for (Path file : files()) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                    .isEqualTo("rw-------");
            assertThat(
                            PosixFilePermissions.toString(
                                    Files.getPosixFilePermissions(file.getParent())))
                    .isEqualTo("rwx------");
        }
    }

    @Test
    void nothing_is_received_when_too_little_room_is_left() throws Exception {
        FolderStore full = new FolderStore(folder.resolve("full"), Long.MAX_VALUE);

        assertThatThrownBy(() -> full.put(id, out -> out.write(1))).isInstanceOf(NoRoom.class);
        assertThat(files()).isEmpty();
    }

    @Test
    void what_a_machine_that_stopped_left_half_written_is_removed_after_a_while() throws Exception {
        Path part = folder.resolve("documents/incoming/1.part");
        Files.write(part, new byte[10]);

        store.keptBefore(Instant.now().minus(Duration.ofDays(1)));
        assertThat(part).exists();

        Files.setLastModifiedTime(part, FileTime.from(Instant.now().minus(Duration.ofDays(2))));
        assertThat(store.keptBefore(Instant.now().minus(Duration.ofDays(1)))).isEmpty();
        assertThat(part).doesNotExist();
    }

    @Test
    void a_folder_that_cannot_be_written_stops_the_start_and_is_named() throws Exception {
        Path file = Files.createFile(folder.resolve("a file"));

        assertThatThrownBy(() -> new FolderStore(file, 0))
                .isInstanceOf(UncheckedIOException.class)
                .hasMessageContaining("wif.document.folder");
    }

    private List<Path> files() throws Exception {
        try (Stream<Path> walk = Files.walk(folder)) {
            return walk.filter(Files::isRegularFile).toList();
        }
    }
}
