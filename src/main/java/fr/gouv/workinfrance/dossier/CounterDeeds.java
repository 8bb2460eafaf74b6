package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.OnPaper;
import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Deeds;
import fr.gouv.workinfrance.deed.Fact;
import fr.gouv.workinfrance.deed.Passage;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;

/// The copy of a request entered at a counter: all that was answered and joined, to be read, signed
/// and taken away. In French, the language of the administration (L111-1 CRPA).
@Component
class CounterDeeds {

    private final Acts acts;
    private final Offices offices;
    private final Documents documents;
    private final Deeds deeds;
    private final MessageSource words;

    CounterDeeds(
            Acts acts, Offices offices, Documents documents, Deeds deeds, MessageSource words) {
        this.acts = acts;
        this.offices = offices;
        this.documents = documents;
        this.deeds = deeds;
        this.words = words;
    }

    Rendered copy(Dossier dossier, Account agent, OnPaper key) {
        Counter counter = Objects.requireNonNull(dossier.origin().counter());
        Office office = offices.office(counter.office()).orElseThrow();
        Version version = acts.version(dossier);
        List<Passage> passages = new ArrayList<>();
        passages.add(entered(dossier, counter, agent, office));
        answers(dossier, version, passages);
        List<Fact> pieces = pieces(dossier, version);
        passages.add(
                pieces.isEmpty()
                        ? Passage.of(say("deed.copy.pieces"), say("deed.copy.pieces.none"))
                        : Passage.stating(say("deed.copy.pieces"), pieces));
        passages.add(
                new Passage(
                        say("deed.copy.join"),
                        List.of(say("deed.copy.join.how", day(key.until()))),
                        List.of(
                                fact("deed.copy.join.link", key.link()),
                                fact("deed.copy.join.code", key.code()))));
        passages.add(
                Passage.of(
                        say("deed.copy.signature"),
                        say("deed.copy.signature.statement"),
                        say("deed.copy.signature.date"),
                        say("deed.copy.signature.name", counter.person())));
        return deeds.render(
                "letter",
                Map.of(
                        "issuer", List.of(office.name(), office.address()),
                        "reference", dossier.reference().value(),
                        "dated", day(acts.now()),
                        "passages", passages,
                        "notice", say("deed.copy.notice")),
                Locale.FRENCH,
                say("deed.copy.title"));
    }

    private Passage entered(Dossier dossier, Counter counter, Account agent, Office office) {
        return Passage.stating(
                say("deed.copy.entered"),
                List.of(
                        fact("deed.copy.person", counter.person()),
                        fact("deed.copy.agent", agent.displayName()),
                        fact("deed.service", office.name()),
                        fact("deed.copy.day", day(counter.at())),
                        fact(
                                "deed.copy.agreement",
                                say("site.counter.agreement." + counter.agreement())),
                        fact("deed.procedure", acts.procedure(dossier).in(Locale.FRENCH)),
                        fact(
                                "deed.copy.stage",
                                say("site.stage." + Standing.of(dossier.stage())))));
    }

    /// Of every part that nobody fills by himself: what the agent entered, and no other's.
    private void answers(Dossier dossier, Version version, List<Passage> passages) {
        Map<String, Object> values = dossier.values();
        for (Part part : Part.values()) {
            if (!forPerson(dossier, part)) {
                continue;
            }
            for (Section section : version.visibleSections(part, values)) {
                passages.add(
                        Passage.stating(
                                section.title().in(Locale.FRENCH),
                                version.visibleFields(section, values).stream()
                                        .map(
                                                field ->
                                                        new Fact(
                                                                field.label().in(Locale.FRENCH),
                                                                orDash(
                                                                        field.display(
                                                                                values.get(
                                                                                        field.id()),
                                                                                Locale.FRENCH))))
                                        .toList()));
            }
        }
    }

    private List<Fact> pieces(Dossier dossier, Version version) {
        Map<DocumentId, StoredDocument> files =
                documents.find(
                        dossier.attachments().joined().map(Attachment.Joined::document).toList());
        List<Fact> facts = new ArrayList<>();
        for (Attachment attachment : dossier.attachments().all()) {
            version.piece(attachment.piece())
                    .filter(piece -> forPerson(dossier, piece.part()))
                    .map(piece -> fact(piece, attachment, files))
                    .ifPresent(facts::add);
        }
        return facts;
    }

    private Fact fact(Piece piece, Attachment attachment, Map<DocumentId, StoredDocument> files) {
        return new Fact(
                piece.name().in(Locale.FRENCH),
                switch (attachment) {
                    case Attachment.Joined joined -> {
                        StoredDocument file = files.get(joined.document());
                        yield file == null ? orDash("") : file.name();
                    }
                    case Attachment.Unavailable unavailable ->
                            say("deed.copy.unavailable", unavailable.reason());
                });
    }

    private static boolean forPerson(Dossier dossier, Part part) {
        return dossier.fills(part, List.of(Relation.COUNTER)) || part == dossier.filer();
    }

    private Fact fact(String label, String value) {
        return new Fact(say(label), value);
    }

    private String say(String key, Object... args) {
        return words.getMessage(key, args, Locale.FRENCH);
    }

    private static String day(Instant at) {
        return WrittenDate.of(at.atZone(HolidayZone.METROPOLE.id()).toLocalDate(), Locale.FRENCH);
    }

    private static String orDash(String value) {
        return value.isEmpty() ? "–" : value;
    }
}
