package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Messages;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Writing;
import fr.gouv.workinfrance.dossier.Writing.Fault;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.site.MessagesView.Typed;
import fr.gouv.workinfrance.site.MessagesView.Wrong;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// The messages of a request that someone may see, and how he sends one with its documents.
@Component
public class SeenMessages {

    private final Messages messages;
    private final Enclosures enclosures;
    private final Documents documents;
    private final Accounts accounts;

    SeenMessages(Messages messages, Enclosures enclosures, Documents documents, Accounts accounts) {
        this.messages = messages;
        this.enclosures = enclosures;
        this.documents = documents;
        this.accounts = accounts;
    }

    /// What he reads: what is for him is opened by this.
    ///
    /// @param typed what he is writing
    /// @param sent whether he has just sent one
    public MessagesView open(Seen seen, Typed typed, boolean sent, Account account) {
        if (seen.dossier().stage() instanceof Stage.Draft) {
            throw new NotFound();
        }
        List<Message> read = messages.open(seen, account);
        List<DocumentId> joined = read.stream().flatMap(m -> m.documents().stream()).toList();
        return new MessagesView(
                seen,
                read,
                accounts.named(MessagesView.people(read, seen)),
                documents.find(joined),
                typed,
                sent);
    }

    /// Sends what was typed, with its documents: all of it, or nothing.
    ///
    /// @param to for whom; none when a party writes
    /// @return what is wrong with it; nothing when it is sent
    public Map<String, Wrong> send(
            Seen seen, Set<Part> to, String words, List<MultipartFile> files, Account account)
            throws IOException {
        if (!seen.may(Act.WRITE)) {
            throw new NotFound();
        }
        List<MultipartFile> chosen = SeenFiles.chosen(files);
        Map<String, Wrong> wrong = wrong(messages.faults(words, chosen.size()));
        if (seen.byOffice() && to.isEmpty()) {
            wrong.putAll(wrong(Set.of(Fault.NOBODY)));
        }
        if (!wrong.isEmpty()) {
            return wrong;
        }
        return enclosures.keep(
                chosen,
                account,
                joined ->
                        write(seen, to, words, joined, account)
                                        instanceof Writing.Faulty(Set<Fault> faults)
                                ? wrong(faults)
                                : Map.of());
    }

    private Writing write(
            Seen seen, Set<Part> to, String words, List<DocumentId> joined, Account account) {
        DossierId id = seen.dossier().id();
        return seen.byOffice()
                ? messages.answer(id, to, words, joined, account)
                : messages.write(id, words, joined, account);
    }

    private static Map<String, Wrong> wrong(Set<Fault> faults) {
        Map<String, Wrong> wrong = new HashMap<>();
        for (Fault fault : faults) {
            String field =
                    switch (fault) {
                        case NO_WORDS, TOO_LONG, TOO_MANY -> "words";
                        case NOBODY -> "to";
                        case TOO_MANY_DOCUMENTS, FULL -> "file";
                    };
            wrong.put(field, new Wrong("site.messages.wrong." + fault, ""));
        }
        return wrong;
    }
}
