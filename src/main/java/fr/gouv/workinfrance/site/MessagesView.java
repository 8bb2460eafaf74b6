package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.message.Message;
import fr.gouv.workinfrance.dossier.message.Message.Reading;
import fr.gouv.workinfrance.procedure.Part;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The messages of a request as someone reads them, and the one that he is writing.
///
/// @param messages the oldest first, as they were before he opened them
/// @param people who wrote, took and settled them
/// @param files what is known of the documents joined to them
/// @param typed what he is writing
/// @param sent whether he has just sent one
public record MessagesView(
        Seen seen,
        List<Message> messages,
        Map<UUID, Account> people,
        Map<DocumentId, StoredDocument> files,
        Typed typed,
        boolean sent) {

    /// What someone is writing.
    ///
    /// @param to for whom; none for the office
    /// @param wrong the words for what is wrong, by field
    public record Typed(Set<Part> to, String words, Map<String, Wrong> wrong) {
        public static final Typed NOTHING = new Typed(Set.of(), "", Map.of());

        public Typed {
            to = Set.copyOf(to);
            wrong = Map.copyOf(wrong);
        }

        public Optional<Wrong> wrong(String field) {
            return Optional.ofNullable(wrong.get(field));
        }
    }

    /// What is wrong with a field.
    ///
    /// @param file the document that is refused; empty when it is not about one
    public record Wrong(String key, String file) {}

    static Set<UUID> people(List<Message> messages, Seen seen) {
        return messages.stream()
                .flatMap(
                        message ->
                                Stream.of(
                                        message.by(),
                                        message.owner(seen.dossier().assignee()).orElse(null),
                                        message.settlement() == null
                                                ? null
                                                : message.settlement().by()))
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    /// The same, while he writes something else.
    public MessagesView typing(Typed other) {
        return new MessagesView(seen, messages, people, files, other, sent);
    }

    /// The address of the request for who reads them.
    public String at() {
        return (seen.byOffice() ? "/instruction" : "") + "/dossiers/" + seen.dossier().reference();
    }

    /// Someone by his name; empty when he has no account any more.
    public String name(UUID account) {
        return Optional.ofNullable(people.get(account)).map(Account::displayName).orElse("");
    }

    /// Whose task a message is; empty when it is nobody's.
    public Optional<String> owner(Message message) {
        return message.owner(seen.dossier().assignee()).map(this::name);
    }

    /// Whether it waited for this person to open it, until now.
    public boolean fresh(Message message) {
        return seen.byOffice()
                ? message.unreadByOffice()
                : seen.relations().stream()
                        .flatMap(relation -> relation.part().stream())
                        .anyMatch(part -> !message.unread(Set.of(part)).isEmpty());
    }

    /// Whether it was written by the side of who reads it: he is told when it was opened.
    public boolean own(Message message) {
        return message.byOffice() == seen.byOffice();
    }

    /// When each of those for whom it is opened it; the office, when the part is absent.
    public List<Opened> opened(Message message) {
        return message.byOffice()
                ? message.to().stream()
                        .sorted()
                        .map(part -> new Opened(part.name(), message.reading(part)))
                        .toList()
                : List.of(new Opened(Relation.OFFICE.name(), message.reading(null)));
    }

    /// When it was opened, by whom.
    ///
    /// @param by a part, or the office
    public record Opened(String by, Optional<Reading> reading) {}

    /// What is joined to it, as far as it is still kept.
    public List<StoredDocument> files(Message message) {
        return message.documents().stream().map(files::get).filter(Objects::nonNull).toList();
    }

    /// The parties that have come in: those to whom the office may write.
    public List<Part> parties() {
        return Arrays.stream(Part.values())
                .filter(part -> seen.dossier().party(part).isPresent())
                .toList();
    }
}
