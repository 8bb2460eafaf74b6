package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Hearings;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.examination.revision.Wordings;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.site.MessagesView.Wrong;

import org.springframework.stereotype.Component;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.View;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// The acts about the decision of a dossier that someone may see.
@Component
public class SeenRevisions {

    private final Revisions revisions;
    private final Wordings wordings;
    private final Hearings hearings;
    private final Procedures procedures;
    private final Enclosures enclosures;
    private final Documents documents;
    private final Appeals appeals;

    SeenRevisions(
            Revisions revisions,
            Wordings wordings,
            Hearings hearings,
            Procedures procedures,
            Enclosures enclosures,
            Documents documents,
            Appeals appeals) {
        this.revisions = revisions;
        this.wordings = wordings;
        this.hearings = hearings;
        this.procedures = procedures;
        this.enclosures = enclosures;
        this.documents = documents;
        this.appeals = appeals;
    }

    /// All of them for the office; for a party, what was given to it. Nothing is looked for before
    /// there is a decision.
    public RevisionsView of(Seen seen, boolean office) {
        Dossier dossier = seen.dossier();
        boolean decided =
                dossier.deeds().stream().anyMatch(deed -> deed.kind() == IssuedDeed.Kind.DECISION);
        boolean silent = dossier.refusedBySilence() || dossier.course().acquired().isPresent();
        if (!decided && !silent && !(dossier.stage() instanceof Stage.Decided)) {
            return RevisionsView.NONE;
        }
        List<Revision> known = revisions.of(dossier.id());
        return new RevisionsView(
                office ? known : RevisionsView.given(known, made(seen, known)),
                revisions.terms(dossier).orElse(null),
                wordings.of(dossier, known).orElse(null),
                office,
                seen.may(Act.REVISE),
                (office ? "/instruction/dossiers/" : "/dossiers/") + dossier.reference(),
                procedures.retraction(),
                known.stream()
                        .filter(one -> one.paper(Revision.Paper.NOTICE).isPresent())
                        .filter(one -> Hearings.answers(seen, one).isPresent())
                        .map(Revision::id)
                        .collect(Collectors.toSet()));
    }

    /// Answers what is held against the decision, with documents: all of it, or nothing.
    ///
    /// @param nothing whether the party says that it has nothing to say
    /// @return what is wrong with it; nothing when it is sent
    public Map<String, Wrong> observe(
            Seen seen,
            Revision revision,
            String words,
            boolean nothing,
            boolean oral,
            List<MultipartFile> files,
            Account account)
            throws IOException {
        List<MultipartFile> chosen = SeenFiles.chosen(files);
        Map<String, Wrong> wrong = new HashMap<>();
        for (String fault : Hearings.faults(words, chosen.size(), nothing || oral)) {
            wrong.put(
                    fault.substring(0, fault.indexOf('.')),
                    new Wrong("site.revision.observation." + fault, ""));
        }
        return wrong.isEmpty()
                ? enclosures.keep(
                        chosen,
                        account,
                        joined -> {
                            hearings.observe(
                                    seen.dossier().id(),
                                    revision.id(),
                                    words,
                                    joined,
                                    oral,
                                    account);
                            return Map.of();
                        })
                : wrong;
    }

    /// A document that came with an answer, for the office.
    public View observed(Seen seen, String id, String document, Account account) {
        return one(seen, id, true).hearing().observations().stream()
                .flatMap(said -> said.documents().stream())
                .filter(joined -> joined.value().toString().equals(document))
                .findFirst()
                .map(
                        joined ->
                                DocumentView.of(
                                        documents,
                                        joined,
                                        account.actor(),
                                        seen.dossier().id().subject()))
                .orElseThrow(NotFound::new);
    }

    private Set<UUID> made(Seen seen, List<Revision> known) {
        return known.stream().allMatch(one -> one.matter().answered().isEmpty())
                ? Set.of()
                : appeals.of(seen).stream().map(Recourse::id).collect(Collectors.toSet());
    }

    /// One of them, by its id as an address has it.
    ///
    /// @throws NotFound when he may not see it
    public Revision one(Seen seen, String id, boolean office) {
        return of(seen, office).known().stream()
                .filter(one -> one.id().equals(read(id)))
                .findFirst()
                .orElseThrow(NotFound::new);
    }

    /// A document of one of them, as the parties have it.
    public View document(Seen seen, String id, String paper, boolean office, Account account) {
        return one(seen, id, office).given().stream()
                .filter(given -> given.paper().name().equals(paper))
                .findFirst()
                .map(
                        given ->
                                DocumentView.of(
                                        documents,
                                        given.document(),
                                        account.actor(),
                                        seen.dossier().id().subject()))
                .orElseThrow(NotFound::new);
    }

    private static UUID read(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException e) {
            throw new NotFound();
        }
    }
}
