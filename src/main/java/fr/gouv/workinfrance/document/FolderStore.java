package fr.gouv.workinfrance.document;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Documents in a folder of the machine, or one shared by several: `ab/ab12….enc`, readable by the
/// service alone.
final class FolderStore implements Store {

    private static final String SUFFIX = ".enc";
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FILE =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
    private static final FileAttribute<Set<PosixFilePermission>> OWNER_FOLDER =
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------"));

    private final Path folder;
    private final Path incoming;
    private final long minimumFree;

    /// Makes the folder when it is not there.
    ///
    /// @param minimumFree bytes that are left to the rest of the machine
    FolderStore(Path folder, long minimumFree) {
        this.folder = folder;
        this.incoming = folder.resolve("incoming");
        this.minimumFree = minimumFree;
        try {
            Files.createDirectories(incoming, OWNER_FOLDER);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "wif.document.folder (" + folder.toAbsolutePath() + ") cannot be written", e);
        }
    }

    @Override
    public boolean hasRoom() throws IOException {
        return Files.getFileStore(folder).getUsableSpace() >= minimumFree;
    }

    @Override
    public void put(DocumentId id, Content content) throws IOException {
        if (!hasRoom()) {
            throw new NoRoom("less than wif.document.minimum-free is left in " + folder);
        }
        if (exists(id)) {
            throw new FileAlreadyExistsException(id.toString());
        }
        Path part = Files.createFile(incoming.resolve(UUID.randomUUID() + ".part"), OWNER_FILE);
        try {
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                    OutputStream out = Channels.newOutputStream(channel)) {
                content.writeTo(new KeptOpen(out));
                channel.force(true);
            }
            Path place = place(id);
            Files.createDirectories(place.getParent(), OWNER_FOLDER);
            Files.move(part, place, StandardCopyOption.ATOMIC_MOVE);
            // A renamed file survives a power cut only once its folder is written too.
            try (FileChannel parent = FileChannel.open(place.getParent())) {
                parent.force(true);
            }
        } finally {
            Files.deleteIfExists(part);
        }
    }

    @Override
    public InputStream open(DocumentId id) throws IOException {
        return Files.newInputStream(place(id));
    }

    @Override
    public boolean exists(DocumentId id) {
        return Files.exists(place(id));
    }

    @Override
    public void delete(DocumentId id) throws IOException {
        Files.deleteIfExists(place(id));
    }

    @Override
    public List<DocumentId> keptBefore(Instant instant) throws IOException {
        List<DocumentId> old = new ArrayList<>();
        List<Path> files;
        try (Stream<Path> walk = Files.walk(folder, 2)) {
            files = walk.filter(Files::isRegularFile).toList();
        }
        for (Path file : files) {
            if (!modifiedBefore(file, instant)) {
                continue;
            }
            String name = String.valueOf(file.getFileName());
            if (file.startsWith(incoming)) {
                Files.deleteIfExists(file);
            } else if (name.endsWith(SUFFIX)) {
                String id = name.substring(0, name.length() - SUFFIX.length());
                old.add(new DocumentId(UUID.fromString(id)));
            }
        }
        return old;
    }

    private static boolean modifiedBefore(Path file, Instant instant) throws IOException {
        try {
            return Files.getLastModifiedTime(file).toInstant().isBefore(instant);
        } catch (NoSuchFileException _) {
            return false;
        }
    }

    private Path place(DocumentId id) {
        String name = id.toString();
        return folder.resolve(name.substring(0, 2)).resolve(name + SUFFIX);
    }

    /// Encryption closes what it writes to; the file has to be flushed to the disk after that.
    private static final class KeptOpen extends FilterOutputStream {

        KeptOpen(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int from, int length) throws IOException {
            out.write(bytes, from, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
