package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.revision.Replacement;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;

import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/// What comes after a refusal, as those who may see it do.
@Component
public class SeenAppeals {

    private static final Set<String> FILED = Set.of(Act.APPEAL.name(), Act.ASK_REASONS.name());

    private final Appeals appeals;
    private final Revisions revisions;
    private final Dossiers dossiers;
    private final Notices notices;
    private final Offices offices;
    private final Documents documents;
    private final Accounts accounts;

    SeenAppeals(
            Appeals appeals,
            Revisions revisions,
            Dossiers dossiers,
            Notices notices,
            Offices offices,
            Documents documents,
            Accounts accounts) {
        this.appeals = appeals;
        this.revisions = revisions;
        this.dossiers = dossiers;
        this.notices = notices;
        this.offices = offices;
        this.documents = documents;
        this.accounts = accounts;
    }

    /// Of a dossier that someone sees: a party, its own dates and what it deposited; the office,
    /// those of all.
    ///
    /// @param told who was told what
    /// @param entries of its journal: what it does not tell, nobody asks for
    public AppealsView of(Seen seen, Office office, List<Notice> told, List<Entry> entries) {
        boolean filed = entries.stream().anyMatch(entry -> FILED.contains(entry.act()));
        return view(
                seen.dossier(),
                seen.version(),
                seen.byOffice() ? AppealsView.everybody() : own(seen),
                office,
                told,
                filed ? appeals.of(seen) : List.of(),
                null);
    }

    /// The same, on a page of its own.
    public AppealsView of(Seen seen) {
        return view(
                seen.dossier(),
                seen.version(),
                own(seen),
                deciding(seen.dossier()),
                notices.of(seen.dossier().id()),
                appeals.of(seen),
                mended(seen.dossier()));
    }

    /// One that was deposited, for the office that has to answer it.
    public AppealsView of(Recourse one) {
        Dossier dossier = dossiers.dossier(one.dossier());
        return view(
                dossier,
                dossiers.version(dossier),
                AppealsView.everybody(),
                deciding(dossier),
                notices.of(dossier.id()),
                appeals.of(dossier.id()),
                mended(dossier));
    }

    /// Of the refusal that stands; nothing is looked for when silence alone refused.
    private @Nullable Replacement mended(Dossier dossier) {
        return dossier.refused() && dossier.deed(IssuedDeed.Kind.DECISION).isPresent()
                ? Replacement.of(dossier, IssuedDeed.Kind.DECISION, revisions.of(dossier.id()))
                        .orElse(null)
                : null;
    }

    /// The day it is where the dossier is handled.
    public LocalDate today(Seen seen) {
        return dossiers.today(seen.dossier());
    }

    private AppealsView view(
            Dossier dossier,
            Version version,
            List<Part> parts,
            Office office,
            List<Notice> told,
            List<Recourse> made,
            @Nullable Replacement mended) {
        return new AppealsView(
                dossier,
                version,
                parts,
                offices.days(office),
                told,
                made,
                made.isEmpty()
                        ? Map.of()
                        : offices
                                .all(made.stream().map(Recourse::office).distinct().toList())
                                .stream()
                                .collect(Collectors.toMap(Office::id, Function.identity())),
                made.isEmpty()
                        ? Map.of()
                        : documents.find(
                                made.stream().flatMap(one -> one.documents().stream()).toList()),
                made.isEmpty()
                        ? Map.of()
                        : accounts.named(
                                made.stream()
                                        .map(Recourse::assignee)
                                        .filter(Objects::nonNull)
                                        .toList()),
                mended);
    }

    private Office deciding(Dossier dossier) {
        return offices.office(dossier.office().orElseThrow(NotFound::new)).orElseThrow();
    }

    private static List<Part> own(Seen seen) {
        return seen.relations().stream()
                .flatMap(relation -> relation.part().stream())
                .distinct()
                .sorted()
                .toList();
    }
}
