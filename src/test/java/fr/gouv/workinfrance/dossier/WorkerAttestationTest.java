package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.employer.given.Folders;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.procedure.Gap;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Variant;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.transaction.support.TransactionTemplate;

import java.util.List;

/// A worker's silence blocks a deposit only where the procedure's text says so. None does today:
/// the text here is made up.
@WifTest
class WorkerAttestationTest {

    private static final Procedures MADE_UP =
            Variant.of(
                    "procedures/" + Requests.PROCEDURE + ".yaml",
                    "    filers:\n",
                    """
                        worker attestation:
                          fr: La personne à embaucher signe la demande.
                          en: The person to be hired signs the request.
                          law: R5221-1 (A)
                        filers:
                    """);

    @Autowired Folders folders;
    @Autowired DossierTable table;
    @Autowired LedgerTable ledger;
    @Autowired CorrectionTable corrections;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired ApplicationEventPublisher events;
    @Autowired SettableClock clock;
    @Autowired Offices offices;
    @Autowired Proxies proxies;
    @Autowired Authorities authorities;
    @Autowired Documents documents;
    @Autowired TransactionTemplate transaction;
    @Autowired Procedures procedures;
    @Autowired Parties parties;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Requests requests;

    Account employer;
    Account worker;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
    }

    @Test
    void no_procedure_of_today_lets_a_worker_s_silence_block_it() {
        assertThat(procedures.all())
                .flatExtracting(procedure -> procedure.versions())
                .allSatisfy(version -> assertThat(version.workerAttestation()).isEmpty());
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void where_a_text_asks_for_it_nothing_is_deposited_before_the_worker_has_confirmed() {
        Dossier draft = requests.filled(employer);
        assertThat(missing(submitted(draft, employer)))
                .as("nobody has come for the worker's part")
                .containsExactly(Gap.Kind.ATTESTATION);
        requests.join(draft.id(), Part.WORKER, worker);
        assertThat(missing(submitted(draft, employer))).containsExactly(Gap.Kind.ATTESTATION);
        parties.contest(draft.id(), List.of(), "Rien n’est vrai", worker);
        assertThat(missing(submitted(draft, employer))).containsExactly(Gap.Kind.ATTESTATION);

        parties.attest(draft.id(), worker);
        assertThat(submitted(draft, employer)).isInstanceOf(Submission.Accepted.class);
    }

    @Test
    void a_worker_who_files_confirms_by_the_statement_on_honour() {
        Dossier draft =
                requests.fill(drafts.open(Requests.PROCEDURE, Part.WORKER, worker, "fr"), worker);
        requests.answer(draft.id(), worker, "mandate_date", "20/11/2026");
        assertThat(submitted(draft, worker)).isInstanceOf(Submission.Accepted.class);
    }

    /// Deposited under the text that is made up.
    private Submission submitted(Dossier draft, Account by) {
        Acts acts =
                new Acts(
                        table,
                        ledger,
                        corrections,
                        grants,
                        MADE_UP,
                        journal,
                        events,
                        clock,
                        offices,
                        proxies,
                        authorities);
        Dossiers strict =
                new Dossiers(
                        acts,
                        table,
                        new Perusals(acts, table),
                        new Competences(offices),
                        documents,
                        new Reuses(acts, folders),
                        proxies);
        Submission submission = transaction.execute(_ -> strict.submit(draft.id(), by, true));
        assertThat(submission).isNotNull();
        return submission;
    }

    private static List<Gap.Kind> missing(Submission submission) {
        return ((Submission.Incomplete) submission).gaps().stream().map(Gap::kind).toList();
    }
}
