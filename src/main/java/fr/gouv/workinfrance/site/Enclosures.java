package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.site.MessagesView.Wrong;
import fr.gouv.workinfrance.site.SeenFiles.Received;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// The documents that are sent with words: all of them are kept with those, or none is.
@Component
class Enclosures {

    private final SeenFiles files;

    Enclosures(SeenFiles files) {
        this.files = files;
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
        return switch (files.receive(chosen, account.actor())) {
            case Received.Refused(String key, String file) -> Map.of("file", new Wrong(key, file));
            case Received.All(List<DocumentId> received) -> {
                boolean written = false;
                try {
                    Map<String, Wrong> wrong = write.apply(received);
                    written = wrong.isEmpty();
                    yield wrong;
                } finally {
                    if (!written) {
                        files.drop(received, account.actor());
                    }
                }
            }
        };
    }
}
