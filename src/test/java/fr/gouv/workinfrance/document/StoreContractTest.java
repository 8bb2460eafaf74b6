package fr.gouv.workinfrance.document;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/// What every store must do, wherever its objects lie.
abstract class StoreContractTest {

    final DocumentId id = new DocumentId(UUID.randomUUID());

    abstract Store store();

    @Test
    void what_is_put_is_found_as_it_was() throws Exception {
        byte[] content = new byte[3_000_000];
        java.util.Arrays.fill(content, (byte) 7);

        store().put(id, out -> out.write(content));

        assertThat(store().exists(id)).isTrue();
        try (InputStream in = store().open(id)) {
            assertThat(in.readAllBytes()).isEqualTo(content);
        }
    }

    @Test
    void a_writer_may_close_what_it_writes_to() throws Exception {
        store().put(
                        id,
                        out -> {
                            out.write(1);
                            out.close();
                        });

        assertThat(store().exists(id)).isTrue();
    }

    @Test
    void what_was_never_put_is_not_there() {
        assertThat(store().exists(id)).isFalse();
        assertThatThrownBy(() -> store().open(id)).isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void an_object_that_breaks_half_way_leaves_nothing() throws Exception {
        assertThatThrownBy(
                        () ->
                                store().put(
                                                id,
                                                out -> {
                                                    out.write(new byte[100_000]);
                                                    throw new IOException("the line went dead");
                                                }))
                .hasMessage("the line went dead");

        assertThat(store().exists(id)).isFalse();
        assertThat(store().keptBefore(Instant.now().plus(Duration.ofHours(1)))).isEmpty();
    }

    @Test
    void an_object_is_not_there_before_it_is_whole() throws Exception {
        store().put(
                        id,
                        out -> {
                            out.write(new byte[100_000]);
                            assertThat(store().exists(id)).isFalse();
                        });
    }

    @Test
    void an_object_is_written_once() throws Exception {
        store().put(id, out -> out.write(1));

        assertThatThrownBy(() -> store().put(id, out -> out.write(2)))
                .isInstanceOf(FileAlreadyExistsException.class);
        try (InputStream in = store().open(id)) {
            assertThat(in.read()).isEqualTo(1);
        }
    }

    @Test
    void what_is_deleted_is_gone_and_deleting_twice_does_nothing() throws Exception {
        store().put(id, out -> out.write(1));

        store().delete(id);
        store().delete(id);

        assertThat(store().exists(id)).isFalse();
    }

    @Test
    void old_objects_are_listed_and_young_ones_are_not() throws Exception {
        store().put(id, out -> out.write(1));

        assertThat(store().keptBefore(Instant.now().plus(Duration.ofHours(1)))).containsExactly(id);
        assertThat(store().keptBefore(Instant.now().minus(Duration.ofHours(1)))).isEmpty();
    }
}
