package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.site.MessagesView.Wrong;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The documents that are sent with words: all of them are kept with those, or none is.
@Component
class Enclosures {

    private final Documents documents;

    Enclosures(Documents documents) {
        this.documents = documents;
    }

    /// Those that were chosen: a form whose field for files was left sends it as well, with no
    /// name.
    static List<MultipartFile> chosen(List<MultipartFile> files) {
        return files.stream().filter(file -> !name(file).isEmpty() || !file.isEmpty()).toList();
    }

    /// Keeps them for what is written with them.
    ///
    /// @param write what keeps the words with them; it says what is wrong, and then none is kept
    /// @return what is wrong; nothing when all is kept
    Map<String, Wrong> keep(
            List<MultipartFile> chosen,
            Account account,
            Function<List<DocumentId>, Map<String, Wrong>> write)
            throws IOException {
        List<DocumentId> joined = new ArrayList<>();
        boolean written = false;
        try {
            for (MultipartFile file : chosen) {
                switch (store(file, account)) {
                    case Reception.Received received -> joined.add(received.document().id());
                    case Reception.Refused refused -> {
                        return Map.of("file", new Wrong(refused.key(), name(file)));
                    }
                }
            }
            Map<String, Wrong> wrong = write.apply(List.copyOf(joined));
            written = wrong.isEmpty();
            return wrong;
        } finally {
            if (!written) {
                joined.forEach(document -> documents.erase(document, account.actor()));
            }
        }
    }

    private Reception store(MultipartFile file, Account account) throws IOException {
        try (InputStream in = file.getInputStream()) {
            return documents.store(in, name(file), file.getSize(), account.actor());
        }
    }

    private static String name(MultipartFile file) {
        String name = file.getOriginalFilename();
        return name == null ? "" : name;
    }
}
