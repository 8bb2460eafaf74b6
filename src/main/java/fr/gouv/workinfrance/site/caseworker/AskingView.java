package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Asked;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.clock.LegalClock;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Fault;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Words;

import org.jspecify.annotations.Nullable;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// The form on which a caseworker asks the parties to mend their request: all that they said and
/// joined, section by section.
///
/// @param faults what is wrong with what was typed
/// @param library the reasons from which one takes
/// @param required what can be asked for as missing
/// @param files what is known of the joined documents
public record AskingView(
        Seen seen,
        AskingForm form,
        List<Asked.Fault> faults,
        List<Fault> library,
        Set<Subject> required,
        Map<DocumentId, StoredDocument> files) {

    public AskingView {
        // as they stand on the page
        faults =
                faults.stream()
                        .sorted(Comparator.comparing(fault -> fault.subject() == null))
                        .toList();
    }

    /// What stands together.
    ///
    /// @param title absent for the pieces
    public record Group(@Nullable Words title, List<Item> items) {}

    /// One thing that can be asked.
    public record Item(Subject subject, Words name, Part part) {

        static Item of(Field field) {
            return new Item(Subject.field(field.id()), field.label(), field.part());
        }

        static Item of(Piece piece) {
            return new Item(Subject.piece(piece.id()), piece.name(), piece.part());
        }
    }

    public List<Group> groups() {
        Map<String, Object> values = seen.dossier().values();
        List<Group> groups = new ArrayList<>();
        for (Part part : Part.values()) {
            for (Section section : seen.version().visibleSections(part, values)) {
                groups.add(
                        new Group(
                                section.title(),
                                seen.version().visibleFields(section, values).stream()
                                        .map(Item::of)
                                        .toList()));
            }
        }
        groups.add(
                new Group(
                        null,
                        seen.version().offeredPieces(values).stream().map(Item::of).toList()));
        return groups;
    }

    /// How many of these are asked.
    public long asked(Group group) {
        return group.items().stream().filter(item -> form.asks(item.subject())).count();
    }

    /// The answer as it reads; empty when there is none, and for a piece.
    public String answer(Item item, Locale locale) {
        return seen.version()
                .field(item.subject().id())
                .filter(_ -> item.subject().kind() == Subject.Kind.FIELD)
                .map(field -> field.display(seen.dossier().values().get(field.id()), locale))
                .orElse("");
    }

    /// What answers a piece.
    public List<Attachment> attached(Item item) {
        return seen.dossier().attachments().of(item.subject().id());
    }

    public Optional<StoredDocument> file(Attachment.Joined joined) {
        return Optional.ofNullable(files.get(joined.document()));
    }

    /// The reasons that can be given of it.
    public List<Fault> reasons(Item item) {
        return library.stream()
                .filter(fault -> fault.about().name().equals(item.subject().kind().name()))
                .toList();
    }

    /// What can be made of it, in the order of the law.
    public List<Nature> natures(Item item) {
        return required.contains(item.subject())
                ? List.of(Nature.values())
                : List.of(Nature.SECONDARY, Nature.CLARIFICATION);
    }

    /// What was chosen; before that, what it looks like: missing, when it is required and is not
    /// there.
    public Nature nature(Item item) {
        return form.nature(item.subject())
                .orElseGet(() -> there(item) ? Nature.CLARIFICATION : natures(item).getFirst());
    }

    private boolean there(Item item) {
        return switch (item.subject().kind()) {
            case FIELD -> seen.dossier().values().containsKey(item.subject().id());
            case PIECE -> attached(item).stream().anyMatch(Attachment.Joined.class::isInstance);
        };
    }

    /// What a piece that a text requires does to the legal limit if it is asked for now, as the end
    /// of a message's name.
    public String effect() {
        LegalClock clock = seen.dossier().clock();
        if (clock == null || clock.reached()) {
            return "reached";
        }
        return clock.state() == LegalClock.State.RUNNING ? "suspends" : "suspended";
    }

    /// How many requests there were.
    public int before() {
        return seen.dossier().course().corrections().size();
    }

    /// Whether nobody has come for this part: whoever files answers for it.
    public boolean alone(Item item) {
        return seen.dossier().party(item.part()).isEmpty();
    }

    /// What is wrong with this, of these kinds, as the end of a message's name; empty when nothing
    /// is.
    public String fault(@Nullable Subject subject, Asked.Fault.Kind... kinds) {
        return faults.stream()
                .filter(
                        fault ->
                                subject == null
                                        ? fault.subject() == null
                                        : subject.equals(fault.subject()))
                .map(Asked.Fault::kind)
                .filter(Set.of(kinds)::contains)
                .map(Enum::name)
                .findFirst()
                .orElse("");
    }

    /// Where it is put right on the page.
    public static String place(Asked.Fault fault) {
        return switch (fault.kind()) {
            case NO_LINE -> "lines";
            case ANSWER_BY -> "by";
            case LATE -> "late";
            case NO_REASON -> "words-" + fault.subject();
            case OTHER_REASON -> "reason-" + fault.subject();
            case NOT_REQUIRED, CERTIFIED -> "nature-" + fault.subject();
        };
    }

    /// What it is about; absent when it is the whole.
    public Optional<Words> name(Asked.Fault fault) {
        return groups().stream()
                .flatMap(group -> group.items().stream())
                .filter(item -> item.subject().equals(fault.subject()))
                .map(Item::name)
                .findFirst();
    }
}
