package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Acts.Held;
import fr.gouv.workinfrance.dossier.Acts.Trace;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Filer;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/// A request being filled: opened, answered, documents joined. Once it is deposited, what is open
/// again is filled by the same door, and kept beside it until it is sent ([Corrections]).
@Component
public class Drafts {

    private final Acts acts;
    private final DossierTable table;
    private final Procedures procedures;
    private final Grants grants;
    private final Documents documents;
    private final DossierSettings settings;
    private final Recalls recalls;

    Drafts(
            Acts acts,
            DossierTable table,
            Procedures procedures,
            Grants grants,
            Documents documents,
            DossierSettings settings,
            Recalls recalls) {
        this.acts = acts;
        this.table = table;
        this.procedures = procedures;
        this.grants = grants;
        this.documents = documents;
        this.settings = settings;
        this.recalls = recalls;
    }

    /// Opens a request: the person who opens it becomes a party, and sees it from now on.
    ///
    /// @param filer who files, as the procedure allows; a worker files under a written mandate
    @Transactional
    public Dossier open(String procedure, Part filer, Account by, String language) {
        return open(procedure, filer, by, language, Map.of());
    }

    /// Opens a request with what was just said elsewhere. What is not for this person to say is
    /// left out. What is known of his earlier requests is put in besides, marked as taken over.
    ///
    /// @param known what was typed elsewhere, by field
    @Transactional
    public Dossier open(
            String procedure, Part filer, Account by, String language, Map<String, String> known) {
        return open(procedure, filer, by, language, known, Origin.OWN, null);
    }

    @Transactional(propagation = Propagation.MANDATORY)
    Dossier open(
            String procedure,
            Part filer,
            Account by,
            String language,
            Map<String, String> known,
            Origin origin,
            @Nullable Taken taken) {
        Version version = procedures.current(procedure, acts.today());
        Filer filing = filing(version, filer);
        DossierId id = new DossierId(UUID.randomUUID());
        Dossier draft =
                Dossier.open(
                        id,
                        Reference.draw(),
                        version,
                        filer,
                        language,
                        origin,
                        acts.now(),
                        by.id());
        table.insert(draft);
        Dossier opened = draft;
        for (Part part : parts(filing)) {
            grants.give(
                    by.id(), Relation.of(part).granted(), id.scope(), acts.now(), null, by.actor());
            opened = opened.join(Party.joining(part, by.id(), by.email(), acts.now()));
        }
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("procedure", procedure);
        facts.put("version", version.number());
        facts.put("filer", filer.name());
        if (origin.takenFrom() != null) {
            facts.put("taken from", origin.takenFrom().value());
        }
        Map<String, String> typed = theirs(known, version, opened, parts(filing));
        for (Map.Entry<String, String> one : typed.entrySet()) {
            Field field = version.field(one.getKey()).orElseThrow();
            opened = filled(opened, field, one.getValue(), taken, by, Locale.of(language));
        }
        opened = recalls.begun(opened, parts(filing), by);
        Map<String, String> given = Recalls.put(draft.answers(), opened.answers());
        facts.putAll(Recalls.facts(draft.answers(), opened.answers(), typed.keySet()));
        return acts.write(draft, opened, by.actor(), "OPEN", new Trace(facts, given), null);
    }

    /// Who files, as the procedure allows it.
    static Filer filing(Version version, Part filer) {
        return version.filers().stream()
                .filter(allowed -> allowed.part() == filer)
                .findFirst()
                .orElseThrow(() -> new IllegalMove(Why.NOT_ALLOWED, Act.SUBMIT, Stage.Name.DRAFT));
    }

    /// What is known already and is for the holder of these parts to say.
    private static Map<String, String> theirs(
            Map<String, String> known, Version version, Dossier draft, Set<Part> parts) {
        List<Relation> relations = parts.stream().map(Relation::of).toList();
        Map<String, String> theirs = new TreeMap<>(known);
        theirs.keySet()
                .removeIf(
                        id ->
                                version.field(id)
                                        .filter(field -> draft.fills(field.part(), relations))
                                        .isEmpty());
        return theirs;
    }

    /// The draft with one more answer, kept as typed with what could be read of it.
    private Dossier filled(
            Dossier draft,
            Field field,
            String typed,
            @Nullable Taken taken,
            Account by,
            Locale language) {
        Object value =
                field.type().parse(typed, language) instanceof Parsed.Value(Object canonical, _)
                        ? canonical
                        : null;
        int revision = draft.answers().revision(field.id()) + 1;
        Answer answer = new Answer(typed, value, by.id(), acts.now(), revision, taken);
        return acts.answered(draft, field, answer, by);
    }

    /// A worker who files holds the employer's mandate as well (R5221-1 II).
    static Set<Part> parts(Filer filing) {
        return filing.underMandate() && filing.part() == Part.WORKER
                ? Set.of(Part.WORKER, Part.MANDATE_HOLDER)
                : Set.of(filing.part());
    }

    /// Keeps answers as typed, with what could be read of them. An answer that someone changed
    /// meanwhile is given back instead of being overwritten. What was taken over and is sent back
    /// as it is has been looked at.
    ///
    /// @throws IllegalMove when one of them is not this person's to give
    @Transactional
    public Map<String, Answering> answer(
            DossierId id, List<Given> given, Account by, Locale language) {
        Held held = acts.filling(id, by, Act.ANSWER);
        Version version = acts.version(held.dossier());
        Dossier before = held.dossier().amended();
        Dossier after = before;
        boolean draft = before.stage() instanceof Stage.Draft;
        Map<String, Answering> outcomes = new LinkedHashMap<>();
        Map<String, String> typed = new LinkedHashMap<>();
        boolean named = false;
        for (Given one : given) {
            Field field =
                    version.field(one.field())
                            .filter(f -> held.dossier().fills(f.part(), held.relations()))
                            .filter(new Reopening(after, version)::opens)
                            .orElseThrow(() -> held.notAllowed(Act.ANSWER));
            Optional<Answer> known = after.answers().of(one.field());
            if (known.map(Answer::typed).orElse("").equals(one.typed())) {
                after = confirmed(after, field, by);
                outcomes.put(one.field(), outcome(field, one.typed(), after, language));
                continue;
            }
            if (known.isPresent() && known.get().takenSince(one)) {
                outcomes.put(one.field(), new Answering.Saved(known.get().revision()));
                continue;
            }
            if (known.isPresent() && known.get().revision() != one.revision()) {
                outcomes.put(one.field(), new Answering.Newer(known.get()));
                continue;
            }
            after = filled(after, field, one.typed(), null, by, language);
            outcomes.put(one.field(), outcome(field, one.typed(), after, language));
            typed.put(one.field(), one.typed());
            named |= Acts.names(field, after.answers());
        }
        Set<String> answered = new LinkedHashSet<>(typed.keySet());
        if (named && draft && !held.relations().contains(Relation.COUNTER)) {
            Dossier recalled = recalls.named(after, by);
            typed.putAll(Recalls.put(after.answers(), recalled.answers()));
            after = recalled;
        }
        if (!after.equals(before)) {
            acts.fill(
                    held.dossier(),
                    after,
                    Seen.readers(version, typed.keySet().stream().map(Subject::field).toList()),
                    by,
                    Act.ANSWER,
                    new Trace(Recalls.facts(before.answers(), after.answers(), answered), typed));
        }
        return outcomes;
    }

    /// What was taken over and is sent back as it is: this person has looked at it.
    private Dossier confirmed(Dossier draft, Field field, Account by) {
        Optional<Answer> taken =
                draft.answers().of(field.id()).filter(answer -> answer.taken() != null);
        return taken.isEmpty()
                ? draft
                : acts.answered(draft, field, taken.get().confirmed(by.id(), acts.now()), by);
    }

    private static Answering outcome(Field field, String typed, Dossier after, Locale language) {
        int revision = after.answers().revision(field.id());
        return switch (field.type().parse(typed, language)) {
            case Parsed.Value _, Parsed.Blank _ -> new Answering.Saved(revision);
            case Parsed.Wrong(String key, List<Object> args) ->
                    new Answering.Wrong(revision, key, args);
        };
    }

    /// Joins a document to a piece.
    @Transactional
    public Attaching attach(DossierId id, String piece, DocumentId document, Account by) {
        return attach(id, piece, document, null, by);
    }

    /// Joins a document in the place of another one, which is taken off in the same act.
    @Transactional
    public Attaching replace(
            DossierId id, String piece, DocumentId document, DocumentId replaced, Account by) {
        return attach(id, piece, document, replaced, by);
    }

    private Attaching attach(
            DossierId id,
            String piece,
            DocumentId document,
            @Nullable DocumentId replaced,
            Account by) {
        Held held = acts.filling(id, by, Act.ATTACH);
        Dossier seen = held.dossier().amended();
        Piece asked = require(held, piece);
        Map<String, String> facts = new LinkedHashMap<>();
        facts.put("piece", piece);
        facts.put("document", document.toString());
        Attachments kept = seen.attachments();
        if (replaced != null) {
            kept = kept.without(piece, replaced.value());
            facts.put("detached", replaced.toString());
        }
        Attachments after = kept.with(new Attachment.Joined(piece, document, acts.now(), by.id()));
        if (full(after)) {
            documents.erase(document, by.actor());
            return new Attaching.Full();
        }
        return new Attaching.Attached(
                acts.fill(
                        held.dossier(),
                        seen.with(after),
                        asked.shownTo(),
                        by,
                        Act.ATTACH,
                        Trace.of(facts)));
    }

    /// Counted while the dossier is held: two that come at once are counted one after the other.
    private boolean full(Attachments attached) {
        List<DocumentId> all = attached.documents();
        long size = documents.find(all).values().stream().mapToLong(StoredDocument::size).sum();
        return all.size() > settings.documents() || size > settings.size().toBytes();
    }

    /// Puts a document in the place of several that answered the same piece, and of which it was
    /// made: the journal says which.
    @Transactional
    public Dossier replace(
            DossierId id, String piece, List<DocumentId> bound, DocumentId document, Account by) {
        return attachments(
                id,
                piece,
                by,
                attached -> {
                    Attachments left = attached;
                    for (DocumentId one : bound) {
                        left = left.without(piece, one.value());
                    }
                    return left.with(new Attachment.Joined(piece, document, acts.now(), by.id()));
                },
                Trace.of(
                        Map.of(
                                "piece",
                                piece,
                                "document",
                                document.value().toString(),
                                "bound",
                                bound.stream()
                                        .map(one -> one.value().toString())
                                        .collect(Collectors.joining(",")))));
    }

    @Transactional
    public Dossier detach(DossierId id, String piece, DocumentId document, Account by) {
        return attachments(
                id,
                piece,
                by,
                attached -> attached.without(piece, document.value()),
                Trace.of(Map.of("piece", piece, "detached", document.value().toString())));
    }

    /// Declares that a piece cannot be given, and why: deposit is receipt all the same. A blank
    /// reason takes the declaration back.
    @Transactional
    public Dossier declareUnavailable(DossierId id, String piece, String reason, Account by) {
        return attachments(
                id,
                piece,
                by,
                attached ->
                        reason.isBlank()
                                ? attached.available(piece)
                                : attached.with(
                                        new Attachment.Unavailable(
                                                piece, reason.strip(), acts.now(), by.id())),
                new Trace(Map.of("piece", piece), Map.of("unavailable", reason)));
    }

    private Dossier attachments(
            DossierId id,
            String piece,
            Account by,
            UnaryOperator<Attachments> change,
            Trace trace) {
        Held held = acts.filling(id, by, Act.ATTACH);
        Dossier seen = held.dossier().amended();
        Piece asked = require(held, piece);
        return acts.fill(
                held.dossier(),
                seen.with(change.apply(seen.attachments())),
                asked.shownTo(),
                by,
                Act.ATTACH,
                trace);
    }

    private Piece require(Held held, String piece) {
        Version version = acts.version(held.dossier());
        return version.piece(piece)
                .filter(p -> held.dossier().fills(p.part(), held.relations()))
                .filter(new Reopening(held.dossier().amended(), version)::opens)
                .orElseThrow(() -> held.notAllowed(Act.ATTACH));
    }
}
