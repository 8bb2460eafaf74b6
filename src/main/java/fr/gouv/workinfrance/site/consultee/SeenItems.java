package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Answering;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Opened;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Reply;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.site.SeenFiles;
import fr.gouv.workinfrance.site.SeenFiles.Received;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;

import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What a service has before its eyes to answer, and how it sends its opinion with its documents:
/// the same for its members and for whoever came by a one-off link.
@Component
class SeenItems {

    private final Inboxes inboxes;
    private final Procedures procedures;
    private final Offices offices;
    private final Documents documents;
    private final SeenFiles joined;

    SeenItems(
            Inboxes inboxes,
            Procedures procedures,
            Offices offices,
            Documents documents,
            SeenFiles joined) {
        this.inboxes = inboxes;
        this.procedures = procedures;
        this.offices = offices;
        this.documents = documents;
        this.joined = joined;
    }

    /// @param at the address of the page
    /// @param reader absent for whoever came by a one-off link, who passes nothing to anybody
    ItemView view(
            Opened opened, String at, @Nullable Account reader, OpinionForm form, MoreForm more) {
        Consultation asked = opened.consultation();
        List<Body> delegates =
                reader == null || !asked.pending()
                        ? List.of()
                        : opened.inquiry().delegates().stream()
                                .sorted()
                                .flatMap(body -> procedures.body(body).stream())
                                .toList();
        return new ItemView(
                opened,
                at,
                reader,
                form,
                more,
                procedures.name(asked.procedure()),
                reader == null ? List.of() : inboxes.members(opened.office()),
                files(opened.seen(), asked),
                delegates,
                names(opened.delegated()));
    }

    private Map<DocumentId, StoredDocument> files(@Nullable Seen seen, Consultation asked) {
        return documents.find(
                Stream.concat(
                                shown(seen),
                                asked.opinion() instanceof Given given
                                        ? given.documents().stream()
                                        : Stream.empty())
                        .toList());
    }

    /// What is known of the documents that a service may see.
    Map<DocumentId, StoredDocument> files(Seen seen) {
        return documents.find(shown(seen).toList());
    }

    private static Stream<DocumentId> shown(@Nullable Seen seen) {
        return seen == null
                ? Stream.empty()
                : seen.dossier().attachments().documents().stream()
                        .filter(document -> seen.document(document.value().toString()).isPresent());
    }

    private Map<String, String> names(Collection<Consultation> asked) {
        return offices.all(asked.stream().map(Consultation::office).distinct().toList()).stream()
                .collect(Collectors.toMap(Office::id, Office::name));
    }

    /// What came of sending an opinion.
    ///
    /// @param form as typed, with what is wrong with it
    record Sent(Answering answering, OpinionForm form) {}

    /// Sends what was typed with its documents: all of it, or nothing.
    ///
    /// @param files as they came with the form
    /// @param more what else is wrong with it
    /// @param give gives the opinion
    Sent send(
            Opened opened,
            OpinionForm form,
            @Nullable List<MultipartFile> files,
            Map<String, Wrong> more,
            Actor by,
            Function<Reply, Answering> give)
            throws IOException {
        if (!opened.consultation().open()) {
            return new Sent(new Answering.Gone(opened.consultation()), form);
        }
        List<MultipartFile> chosen = SeenFiles.chosen(files);
        Map<String, Wrong> wrong = form.reply(List.of()).wrong(opened.inquiry(), chosen.size());
        wrong.putAll(more);
        if (!wrong.isEmpty()) {
            return faulty(form, wrong, "");
        }
        return switch (joined.receive(chosen, by)) {
            case Received.Refused(String key, String file) ->
                    faulty(form, Map.of("documents", new Wrong(key, List.of())), file);
            case Received.All(List<DocumentId> received) -> give(form, received, by, give);
        };
    }

    private Sent give(
            OpinionForm form,
            List<DocumentId> received,
            Actor by,
            Function<Reply, Answering> give) {
        boolean settled = false;
        try {
            Answering answering = give.apply(form.reply(received));
            settled = true;
            return answering instanceof Answering.Faulty(Map<String, Wrong> wrong)
                    ? faulty(form, wrong, "")
                    : new Sent(answering, form);
        } finally {
            if (!settled) {
                joined.drop(received, by);
            }
        }
    }

    private static Sent faulty(OpinionForm form, Map<String, Wrong> wrong, String file) {
        return new Sent(new Answering.Faulty(wrong), form.wrong(wrong, file));
    }

    /// A document that came with the opinion of a service, for that service.
    Optional<DocumentId> enclosed(Consultation asked, String name) {
        return inboxes.document(asked, name);
    }
}
