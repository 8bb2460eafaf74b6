package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Names;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Gap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.time.LocalDate;

/// An employer is not always a company: a private person employs, and so does an association that
/// no register knows yet.
@WifTest
class EmployerWithoutSiretTest {

    private static final String NONE = "Employeur sans SIRET";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Worklists worklists;
    @Autowired Documents documents;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("particulier");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void a_private_person_employs_from_the_draft_to_an_authorization_that_anyone_checks() {
        Dossier draft = draft(Requests.PROCEDURE, "person");
        DossierId id = requests.deposit(draft, employer).id();
        queue.runDue();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);

        Preparation preparation =
                decisions.prepare(id, dossiers.dossier(id).version(), granted(), caseworker);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        Review review = examinations.review(id, signatory);
        examinations.sign(id, review.hashes(), signatory);
        queue.runDue();

        Dossier decided = dossiers.dossier(id);
        IssuedDeed deed = decided.deed(IssuedDeed.Kind.AUTHORIZATION).orElseThrow();
        assertThat(PdfText.of(documents.read(deed.document(), Actor.system("test"), id.subject())))
                .contains("Camille Martin")
                .contains(NONE)
                .contains("Préfecture de Paris")
                .doesNotContain("732");
        String code = decided.prepared().orElseThrow().code();
        assertThat(mvc.get().uri("/verifier/" + code))
                .hasStatusOk()
                .bodyText()
                .contains("Camille Martin")
                .contains(NONE);
        assertThat(worklists.page(caseworker, Filter.search("martin camille"), null, 50).lines())
                .anyMatch(line -> line.reference().equals(decided.reference().value()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "artiste-contrat",
                "etudiant-apprentissage",
                "etudiant-cursus",
                "etudiant-emploi",
                "etudiant-professionnalisation"
            })
    void neither_a_private_person_nor_an_association_is_asked_for_a_siret(String procedure) {
        for (String kind : new String[] {"person", "body"}) {
            Dossier draft = draft(procedure, kind);

            assertThat(dossiers.gaps(draft).stream().filter(Gap::blocking)).isEmpty();
            assertThat(dossiers.competent(dossiers.version(draft), draft)).isPresent();
            assertThat(Names.of(draft.answers()).employerSiret()).isNull();
        }
    }

    @Test
    void a_company_is_still_asked_for_its_siret() {
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "employer_siret", "");

        assertThat(dossiers.gaps(dossiers.dossier(draft.id())))
                .filteredOn(Gap::blocking)
                .extracting(Gap::id)
                .containsExactly("employer_siret");
    }

    private Dossier draft(String procedure, String kind) {
        Dossier draft = requests.fill(requests.empty(procedure, employer), employer);
        requests.answer(
                draft.id(), employer, "employer_kind", kind, "employer_name", "Camille Martin");
        return dossiers.dossier(draft.id());
    }

    private static Decision granted() {
        Decision.Granted asked =
                (Decision.Granted)
                        Requests.granted(
                                LocalDate.parse("2027-09-01"), LocalDate.parse("2028-08-31"));
        return new Decision.Granted(
                asked.from(),
                asked.until(),
                asked.hours(),
                asked.job(),
                asked.contract(),
                "Camille Martin",
                null,
                asked.extent());
    }
}
