package fr.gouv.workinfrance.demo;

import static java.util.Objects.requireNonNull;

import org.springframework.core.env.Environment;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;

/// Where the demonstration keeps all that it has: secrets, database, documents. Removing it starts
/// afresh.
final class DemoFolder {

    private static final FileAttribute<?> OURS_ALONE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path path;

    private DemoFolder(Path path) {
        this.path = path;
    }

    /// The folder that the settings name, made if it is not there.
    ///
    /// @throws CannotStart when it belongs to somebody else, root included: PostgreSQL would refuse
    ///   it later, in other words
    static DemoFolder of(Environment environment) {
        DemoFolder folder =
                new DemoFolder(
                        Path.of(requireNonNull(environment.getProperty("wif.demo.folder", ".data")))
                                .toAbsolutePath()
                                .normalize());
        folder.requireOurs();
        return folder;
    }

    Path path() {
        return path;
    }

    Path secrets() {
        return path.resolve("secrets.properties");
    }

    Path database() {
        return path.resolve("postgres");
    }

    /// What PostgreSQL is unpacked to: in a folder of `/tmp` it would be shared with other users.
    Path binaries() {
        return path.resolve("bin");
    }

    private void requireOurs() {
        try {
            if (!Files.isDirectory(path)) {
                Files.createDirectories(path, OURS_ALONE);
            }
            Path probe = Files.createTempFile(path, "owner", null);
            UserPrincipal we = Files.getOwner(probe);
            Files.delete(probe);
            if (!Files.getOwner(path).equals(we)) {
                throw new CannotStart(notOurs(), null);
            }
        } catch (AccessDeniedException e) {
            throw new CannotStart(notOurs(), e);
        } catch (IOException e) {
            throw new CannotStart("the data folder %s cannot be used: %s".formatted(path, e), e);
        }
    }

    private String notOurs() {
        return "The data folder %s belongs to another user: start as that user, or set WIF_DEMO_FOLDER to another one."
                .formatted(path);
    }
}
