package fr.gouv.workinfrance.dossier.message;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What was written about a request: by a party to the office, or by the office to the parties that
/// it names. What one party writes is not for another to read.
///
/// @param number counts the messages of a dossier, from 1
/// @param from the part of the party that wrote it; absent when the office did
/// @param to the parties for whom it is; none when it is for the office
/// @param words as typed
/// @param documents joined to it
/// @param readings when each of those for whom it is first opened it
/// @param taken who said that he sees to it; absent when nobody did
/// @param settlement how the office was done with it; absent until it is, and for what it wrote
public record Message(
        int number,
        @Nullable Part from,
        UUID by,
        Instant at,
        Set<Part> to,
        String words,
        List<DocumentId> documents,
        List<Reading> readings,
        @Nullable UUID taken,
        @Nullable Settlement settlement) {

    /// The most that one may say, in characters.
    public static final int LONGEST = 5000;

    /// The most documents that go with one.
    public static final int DOCUMENTS = 5;

    public Message {
        to = Set.copyOf(to);
        documents = List.copyOf(documents);
        readings = List.copyOf(readings);
    }

    /// When it was first opened.
    ///
    /// @param part for which; absent for the office
    public record Reading(@Nullable Part part, UUID by, Instant at) {}

    /// Who was done with it.
    ///
    /// @param answered by an answer, or else by saying so
    public record Settlement(UUID by, Instant at, boolean answered) {}

    public boolean byOffice() {
        return from == null;
    }

    /// Whether the holder of one of these parts reads it: what he wrote, and what is for him.
    public boolean isReadBy(Collection<Part> parts) {
        return from == null ? !Collections.disjoint(to, parts) : parts.contains(from);
    }

    /// Whether it waits for an agent of the office: a task, until it is answered or said done.
    public boolean open() {
        return from != null && settlement == null;
    }

    /// Whose task it is: of who took it, otherwise of who is in charge of the dossier; nobody's
    /// when nobody is, and then anyone may take it.
    ///
    /// @param assignee who is in charge of the dossier
    public Optional<UUID> owner(@Nullable UUID assignee) {
        return Optional.ofNullable(taken == null ? assignee : taken);
    }

    /// The parts, of these, for which it has yet to be opened.
    public Set<Part> unread(Collection<Part> parts) {
        return parts.stream()
                .filter(to::contains)
                .filter(part -> reading(part).isEmpty())
                .collect(Collectors.toSet());
    }

    /// Whether no agent of the office has opened it yet.
    public boolean unreadByOffice() {
        return from != null && readings.isEmpty();
    }

    /// What is joined to it, by the name that it has in addresses.
    public Optional<DocumentId> document(String name) {
        return documents.stream().filter(id -> id.toString().equals(name)).findFirst();
    }

    /// When it was first opened for this part, or by the office.
    public Optional<Reading> reading(@Nullable Part part) {
        return readings.stream().filter(reading -> reading.part() == part).findFirst();
    }
}
