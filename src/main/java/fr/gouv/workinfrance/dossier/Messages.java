package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.Writing.Fault;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.dossier.message.Message.Reading;
import fr.gouv.workinfrance.dossier.message.Message.Settlement;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What the parties of a request and the office write to one another, after the decision too. What
/// a party writes waits for an agent: a task, until he answers it or says that he is done with it.
@Component("dossierMessages")
public class Messages {

    /// More than anyone writes by hand: who lets a machine write fills no table.
    private static final int A_DAYS_MOST = 50;

    private static final Duration A_DAY = Duration.ofDays(1);

    private final Acts acts;
    private final CorrespondenceTable table;
    private final Documents documents;
    private final DossierSettings settings;
    private final Journal journal;

    Messages(
            Acts acts,
            CorrespondenceTable table,
            Documents documents,
            DossierSettings settings,
            Journal journal) {
        this.acts = acts;
        this.table = table;
        this.documents = documents;
        this.settings = settings;
        this.journal = journal;
    }

    /// What is wrong with what was typed, before any document of it is received.
    public Set<Fault> faults(String words, int documents) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        String said = said(words);
        if (said.isEmpty()) {
            faults.add(Fault.NO_WORDS);
        }
        if (said.codePointCount(0, said.length()) > Message.LONGEST) {
            faults.add(Fault.TOO_LONG);
        }
        if (documents > Message.DOCUMENTS) {
            faults.add(Fault.TOO_MANY_DOCUMENTS);
        }
        return faults;
    }

    /// A party writes to the office.
    ///
    /// @param joined documents that were received for it; erased when it is not written
    @Transactional
    public Writing write(DossierId id, String words, List<DocumentId> joined, Account by) {
        Held held = acts.hold(id, by, Act.WRITE);
        Part from =
                Relation.writing(held.relations()).stream()
                        .min(Part::compareTo)
                        .orElseThrow(() -> held.notAllowed(Act.WRITE));
        return write(held.dossier(), from, Set.of(), words, joined, by);
    }

    /// The office writes to parties: all that they wrote, that an agent had opened and that waited
    /// is answered.
    ///
    /// @param joined documents that were received for it; erased when it is not written
    @Transactional
    public Writing answer(
            DossierId id, Set<Part> to, String words, List<DocumentId> joined, Account by) {
        return write(byOffice(id, by).dossier(), null, to, words, joined, by);
    }

    private Writing write(
            Dossier before,
            @Nullable Part from,
            Set<Part> to,
            String words,
            List<DocumentId> joined,
            Account by) {
        Set<Fault> faults = faults(words, joined.size());
        if (from == null
                && (to.isEmpty() || to.stream().anyMatch(p -> before.party(p).isEmpty()))) {
            faults.add(Fault.NOBODY);
        }
        if (from != null && table.since(before.id(), from, now().minus(A_DAY)) >= A_DAYS_MOST) {
            faults.add(Fault.TOO_MANY);
        }
        if (!joined.isEmpty() && full(before.id(), joined)) {
            faults.add(Fault.FULL);
        }
        if (!faults.isEmpty()) {
            joined.forEach(document -> documents.erase(document, by.actor()));
            return new Writing.Faulty(faults);
        }
        Message message =
                new Message(
                        table.next(before.id()),
                        from,
                        by.id(),
                        now(),
                        to,
                        said(words),
                        joined,
                        List.of(),
                        null,
                        null);
        table.insert(before.id(), message);
        if (message.byOffice()) {
            table.answered(before.id(), to, new Settlement(by.id(), message.at(), true));
        } else {
            table.mark(before.id());
        }
        acts.write(
                before,
                before,
                by.actor(),
                Act.WRITE.name(),
                new Trace(facts(message), Map.of("words", message.words())),
                new MessageWritten(before.id(), message.at()));
        return new Writing.Written(message.number());
    }

    private static Map<String, String> facts(Message message) {
        return Map.of(
                "message",
                String.valueOf(message.number()),
                "from",
                message.from() == null ? "OFFICE" : message.from().name(),
                "to",
                message.byOffice()
                        ? message.to().stream()
                                .sorted()
                                .map(Part::name)
                                .collect(Collectors.joining(","))
                        : "OFFICE",
                "documents",
                message.documents().stream()
                        .map(DocumentId::toString)
                        .collect(Collectors.joining(",")));
    }

    /// Counted while the dossier is held: two that come at once are counted one after the other.
    private boolean full(DossierId id, List<DocumentId> joined) {
        List<DocumentId> all = new ArrayList<>(table.documents(id));
        all.addAll(joined);
        long size = documents.find(all).values().stream().mapToLong(StoredDocument::size).sum();
        return all.size() > settings.documents() || size > settings.size().toBytes();
    }

    /// An agent says that he sees to a message.
    @Transactional
    public void take(DossierId id, int number, Account by) {
        Held held = byOffice(id, by);
        if (table.take(id, number, by.id())) {
            trace(held.dossier(), number, by, "TAKE_MESSAGE");
        }
    }

    /// An agent says that he is done with a message, without an answer to it.
    @Transactional
    public void settle(DossierId id, int number, Account by) {
        Held held = byOffice(id, by);
        if (table.settle(id, number, new Settlement(by.id(), now(), false))) {
            trace(held.dossier(), number, by, "SETTLE_MESSAGE");
        }
    }

    private Held byOffice(DossierId id, Account by) {
        Held held = acts.hold(id, by, Act.WRITE);
        if (held.relations().stream().noneMatch(relation -> relation.reads().isEmpty())) {
            throw held.notAllowed(Act.WRITE);
        }
        return held;
    }

    /// What this person reads, the oldest first, as it was before he opened it; what is for him is
    /// opened by this. Who only reads what a party reads opens nothing in its place.
    @Transactional
    public List<Message> open(Seen seen, Account by) {
        List<Message> read = read(seen);
        if (read.stream().noneMatch(message -> unread(message, seen))) {
            return read;
        }
        Dossier dossier = acts.locked(seen.dossier().id());
        for (Message message : read) {
            for (Part part : message.unread(Relation.writing(seen.relations()))) {
                opened(dossier, message, new Reading(part, by.id(), now()), by);
            }
            if (seen.byOffice() && message.unreadByOffice()) {
                opened(dossier, message, new Reading(null, by.id(), now()), by);
            }
        }
        if (seen.byOffice()) {
            table.mark(dossier.id());
        }
        return read;
    }

    private void opened(Dossier dossier, Message message, Reading reading, Account by) {
        if (table.opened(dossier.id(), message.number(), reading)) {
            trace(dossier, message.number(), by, "READ_MESSAGE");
        }
    }

    private static boolean unread(Message message, Seen seen) {
        return seen.byOffice()
                ? message.unreadByOffice()
                : !message.unread(Relation.writing(seen.relations())).isEmpty();
    }

    /// How many messages wait for a party to open them, of these dossiers to which it is one; those
    /// in which nothing waits are not there.
    @Transactional(readOnly = true)
    public Map<DossierId, Integer> unread(Collection<DossierId> dossiers, Account party) {
        return table.unread(dossiers, party.id());
    }

    /// The message that this person reads and to which this document is joined.
    ///
    /// @param document by the name that it has in addresses
    @Transactional(readOnly = true)
    public Optional<Message> having(Seen seen, String document) {
        return read(seen).stream()
                .filter(message -> message.document(document).isPresent())
                .findFirst();
    }

    /// All messages of a dossier, the oldest first, for the house's own work.
    @Transactional(readOnly = true)
    public List<Message> of(DossierId id) {
        return table.of(id);
    }

    private List<Message> read(Seen seen) {
        Set<Part> parts =
                seen.relations().stream()
                        .flatMap(relation -> relation.reads().stream())
                        .collect(Collectors.toSet());
        return table.of(seen.dossier().id()).stream()
                .filter(message -> seen.byOffice() || message.isReadBy(parts))
                .toList();
    }

    private void trace(Dossier dossier, int number, Account by, String what) {
        journal.record(
                dossier.id().subject(),
                by.actor(),
                what,
                Map.of("message", String.valueOf(number)));
    }

    /// Lines end as one does on every machine.
    private static String said(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    private Instant now() {
        return acts.now().truncatedTo(ChronoUnit.MICROS);
    }
}
