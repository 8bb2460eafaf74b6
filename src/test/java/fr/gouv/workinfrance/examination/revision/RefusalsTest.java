package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.examination.appeal.Appeals;
import fr.gouv.workinfrance.examination.export.Export.Format;
import fr.gouv.workinfrance.examination.export.Exports;
import fr.gouv.workinfrance.examination.revision.Revision.Paper;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/// A misprint in a refusal is mended: drafted by one, signed by another, and told to the parties.
@WifTest
class RefusalsTest {

    private static final String FACTS = "Le titre présenté est « visteur ».";

    @Autowired Requests requests;
    @Autowired Decisions decisions;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Wordings wordings;
    @Autowired Appeals appeals;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Exports exports;
    @Autowired Notices notices;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;
    DossierId id;

    @BeforeEach
    void refused() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        id = requests.inExamination(employer, caseworker).id();
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), FACTS),
                caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        clock.advance(Duration.ofDays(3));
    }

    @Test
    void a_misprint_in_a_refusal_is_mended_and_the_refusal_with_its_grounds_stands() {
        Wording printed = printed();
        UUID revision = drafted("Le titre présenté est « visiteur ».");
        sign(revision);

        assertThat(text(revision, Paper.ACT))
                .contains("Rectification d’une erreur matérielle")
                .contains("« visiteur »", "« visteur »")
                .contains("Erreur de frappe.")
                .contains("le refus et ses motifs demeurent")
                .contains("Voies et délais de recours")
                .contains("Pour le préfet et par délégation");
        assertThat(text(revision, Paper.DECISION))
                .contains("Décision refusant une autorisation de travail")
                .contains("Décision rectifiée le")
                .contains("« visiteur »", "R5221")
                .contains("L’autorisation de travail demandée est refusée")
                .doesNotContain("visteur");
        assertThat(printed()).isNotEqualTo(printed);
        assertThat(printed().reasons()).isEqualTo(printed.reasons());
        assertThat(dossier().refused()).isTrue();
        assertThat(notices.of(id)).extracting(Notice::kind).contains(Notice.Kind.REFUSAL_RECTIFIED);
        assertThat(journal.of(id.subject()))
                .extracting(Entry::act)
                .contains("DRAFT_ERRATUM", "SIGN_ERRATUM");
    }

    @Test
    void a_dossier_that_is_taken_out_whole_holds_what_was_done_since_the_decision()
            throws IOException {
        sign(drafted("Le titre présenté est « visiteur »."));

        UUID export = exports.ask(Format.ARCHIVE, List.of(id.value()), caseworker, Locale.FRENCH);
        queue.runDue();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        exports.fetch(exports.find(export, caseworker).orElseThrow(), out, caseworker);
        List<String> names = new ArrayList<>();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry one = zip.getNextEntry(); one != null; one = zip.getNextEntry()) {
                names.add(one.getName());
            }
        }
        assertThat(names)
                .filteredOn(name -> name.startsWith("actes/"))
                .anyMatch(name -> name.contains("rectification-"))
                .filteredOn(name -> name.contains("decision-"))
                .hasSize(2);
    }

    @Test
    void a_second_misprint_is_mended_in_what_was_mended_already() {
        sign(drafted("Le titre présenté est « visiteur »."));
        clock.advance(Duration.ofHours(1));
        UUID second = drafted("Le titre présenté est bien « visiteur ».");
        sign(second);

        assertThat(text(second, Paper.ACT)).contains("Le titre présenté est « visiteur ».");
        assertThat(printed().facts()).contains("est bien");
    }

    @Test
    void facts_that_are_written_anew_are_not_drafted_nor_is_a_refusal_that_was_never_printed() {
        assertThat(draft(printed(), "L’employeur a été condamné pour travail dissimulé en 2025."))
                .isInstanceOfSatisfying(
                        Drafting.Faulty.class,
                        faulty -> assertThat(faulty.fields()).containsExactly("facts.rewritten"));
        Wording other = new Wording("Jean Petit", "Autre", printed().reasons(), FACTS);
        assertThatThrownBy(() -> draft(other, "Le titre présenté est « visiteur »."))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal -> assertThat(illegal.why()).isEqualTo(Why.STALE));
    }

    @Test
    void once_an_appeal_was_accepted_there_is_nothing_left_to_mend() {
        UUID waiting = drafted("Le titre présenté est « visiteur ».");
        appeals.file(id, "gracieux", "Le titre est celui d’étudiant.", List.of(), employer);
        queue.runDue();
        UUID appeal = appeals.of(id).getFirst().id();
        Reversal reversal =
                new Reversal(appeal, Reversal.Basis.WITHDRAWN, "Le titre est celui d’étudiant.");
        sign(((Drafting.Drafted) revisions.draft(id, reversal, caseworker)).revision().id());

        assertThat(wordings.of(dossier(), revisions.of(id))).isEmpty();
        assertThat(reviews.read(id, waiting, signatory).barred()).contains(Why.STALE);
    }

    private Dossier dossier() {
        return dossiers.dossier(id);
    }

    private Wording printed() {
        return wordings.of(dossier(), revisions.of(id)).orElseThrow();
    }

    private UUID drafted(String facts) {
        return ((Drafting.Drafted) draft(printed(), facts)).revision().id();
    }

    private Drafting draft(Wording printed, String facts) {
        return revisions.draft(
                id,
                new Erratum(
                        printed,
                        new Wording(printed.worker(), printed.employer(), printed.reasons(), facts),
                        "Erreur de frappe."),
                caseworker);
    }

    private void sign(UUID revision) {
        reviews.sign(id, revision, reviews.read(id, revision, signatory).hashes(), signatory);
        queue.runDue();
    }

    private String text(UUID revision, Paper paper) {
        return PdfText.of(
                documents.read(
                        revisions
                                .of(id, revision)
                                .orElseThrow()
                                .paper(paper)
                                .orElseThrow()
                                .document(),
                        signatory.actor(),
                        id.subject()));
    }
}
