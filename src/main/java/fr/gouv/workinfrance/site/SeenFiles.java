package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.journal.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;

/// The files that come with what someone sends: all of them are received, or none is.
@Component
public class SeenFiles {

    private final Documents documents;

    SeenFiles(Documents documents) {
        this.documents = documents;
    }

    /// What came of them.
    public sealed interface Received {

        /// They are there, until whoever asked drops them.
        record All(List<DocumentId> documents) implements Received {
            public All {
                documents = List.copyOf(documents);
            }
        }

        /// One of them is refused, and none is kept.
        record Refused(String key, String file) implements Received {}
    }

    /// Those that were chosen: a form whose field for files was left sends it as well, with no
    /// name.
    public static List<MultipartFile> chosen(@Nullable List<MultipartFile> files) {
        return files == null
                ? List.of()
                : files.stream().filter(file -> !name(file).isEmpty() || !file.isEmpty()).toList();
    }

    public Received receive(List<MultipartFile> files, Actor by) throws IOException {
        List<DocumentId> received = new ArrayList<>();
        boolean all = false;
        try {
            for (MultipartFile file : files) {
                switch (store(file, by)) {
                    case Reception.Received one -> received.add(one.document().id());
                    case Reception.Refused refused -> {
                        return new Received.Refused(refused.key(), name(file));
                    }
                }
            }
            all = true;
            return new Received.All(received);
        } finally {
            if (!all) {
                drop(received, by);
            }
        }
    }

    /// Keeps none of them, when what they came with is not kept.
    public void drop(Collection<DocumentId> received, Actor by) {
        received.forEach(document -> documents.erase(document, by));
    }

    private Reception store(MultipartFile file, Actor by) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return documents.store(in, name(file), file.getSize(), by);
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
