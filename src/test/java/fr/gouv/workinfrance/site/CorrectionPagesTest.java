package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Asked;
import fr.gouv.workinfrance.dossier.Asking;
import fr.gouv.workinfrance.dossier.Corrections;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.correction.Nature;
import fr.gouv.workinfrance.dossier.correction.Subject;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.notification.Notice;
import fr.gouv.workinfrance.notification.Notices;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// What the parties of a deposited request are asked to mend, where they mend it, and the one step
/// that sends it.
@WifTest
class CorrectionPagesTest {

    private static final Subject JOB = Subject.field("job_title");
    private static final Subject CONTRACT = Subject.piece("contract");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Companies companies;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Corrections corrections;
    @Autowired Notices notices;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Dossier deposited;

    @BeforeEach
    void deposit() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        Dossier draft = requests.filled(employer);
        requests.join(draft.id(), Part.WORKER, worker);
        deposited = requests.deposit(draft, employer);
    }

    @Test
    void what_is_asked_is_told_with_its_reason_its_day_and_where_it_is_mended() {
        ask();

        assertThat(page(employer, ""))
                .contains("Le service attend vos corrections d’ici le 7 décembre 2026");
        assertThat(page(employer, "/corrections"))
                .contains("Répondez au plus tard le 7 décembre 2026")
                .contains("Cette réponse n’est pas assez précise.", "Dites dans quel rayon.")
                .contains("Ce document n’est pas joint. Joignez-le.")
                .contains("le délai légal est suspendu jusqu’à cette date")
                .contains("/formulaire/contract#job_title", "/pieces#piece-contract");
        assertThat(page(worker, "/corrections"))
                .as("whose part it is not")
                .contains("C’est à l’employeur de répondre à ce point.")
                .doesNotContain("/formulaire/contract#job_title");
    }

    @Test
    void
            what_is_due_is_said_everywhere_to_whom_it_is_and_nobody_who_has_to_act_has_nothing_to_do() {
        ask();
        String yours = "À compléter par vous avant le 7 décembre 2026";
        String theirs = "À compléter par l’autre partie avant le 7 décembre 2026";

        assertThat(page(employer, ""))
                .contains("<h1>" + yours, "corriger ou de compléter la demande")
                .contains("Corriger ou compléter ce que le service demande, au plus tard le")
                .doesNotContain("rien à faire", "<h1>Demande déposée");
        assertThat(page(worker, ""))
                .contains("<h1>" + theirs, "Il vous reste à confirmer ce qui est dit en votre nom.")
                .doesNotContain("Le service attend vos corrections", "rien à faire");
        assertThat(mine(employer)).contains(yours).doesNotContain("Demande déposée");
        assertThat(mine(worker)).contains(theirs);
        assertThat(body(DossierVisit.byOffice(mvc, deposited.reference()).get(caseworker, "")))
                .contains("À compléter par les parties avant le 7 décembre 2026");

        explainAll();
        assertThat(page(employer, "")).contains("<h1>Demande déposée", "rien à faire");
        assertThat(mine(employer)).contains("Demande déposée");
    }

    @Test
    void a_colleague_who_only_fills_mends_and_leaves_the_sending_to_who_deposits() {
        Employer company = companies.open(employer, 1);
        String siret = company.establishments().getFirst().siret().value();
        Account colleague = requests.someone("collegue");
        companies.admit(company, colleague, Role.FILLS, List.of(siret));
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "employer_siret", siret);
        deposited = requests.deposit(draft, employer);
        ask();

        assertThat(page(colleague, "/corrections"))
                .contains("/formulaire/contract#job_title", "un collègue qui dépose enverra")
                .doesNotContain("Envoyer au service");
        assertThat(page(employer, "/corrections")).contains("Envoyer au service");
    }

    @Test
    void each_sends_his_own_and_reads_what_is_awaited_of_the_other_without_what_he_does_not_see() {
        ask(
                new Asking.Line(CONTRACT, Nature.MISSING, "piece-absent", ""),
                new Asking.Line(Subject.piece("enrolment"), Nature.MISSING, "piece-absent", ""));
        assertThat(page(employer, "/corrections"))
                .contains("Un point que vous ne voyez pas", "Encore attendu")
                .contains("Vous envoyez ce qui vous est demandé à vous")
                .doesNotContain("Certificat de scolarité");
        MvcTestResult early = post(employer, "/corrections");
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(early)).doesNotContain("Certificat de scolarité");

        post(
                employer,
                "/corrections/explication",
                "subject",
                CONTRACT.toString(),
                "words",
                "Il part demain par courrier.");
        assertThat(post(employer, "/corrections")).hasStatus(HttpStatus.SEE_OTHER);

        assertThat(page(employer, "?envoye="))
                .contains("Vos corrections sont envoyées au service")
                .contains("Le service attend encore la réponse de : Étudiant")
                .contains("A envoyé au service le");
        assertThat(page(employer, "/corrections"))
                .contains("Ce qui vous était demandé est envoyé")
                .doesNotContain("Certificat de scolarité");
        assertThat(page(worker, "/corrections")).contains("Certificat de scolarité", "À corriger");
        assertThat(body(DossierVisit.byOffice(mvc, deposited.reference()).get(caseworker, "")))
                .contains("Réponse envoyée le", "Encore attendu");
        queue.runDue();
        assertThat(told(Notice.Kind.CORRECTIONS_RETURNED)).contains(employer.id(), worker.id());
    }

    @Test
    void only_what_was_asked_has_an_input_where_it_is_mended_with_its_reason_above() {
        ask();

        assertThat(page(employer, "/formulaire/contract"))
                .contains("name=\"job_title\"", "Le service demande :", "Dites dans quel rayon.")
                .doesNotContain("name=\"contract_start\"", "name=\"contract_start.day\"");
        assertThat(get(employer, "/formulaire/employer")).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(page(employer, "/pieces"))
                .contains("id=\"piece-contract\"")
                .doesNotContain("id=\"piece-title\"");
    }

    @Test
    void all_that_was_asked_is_mended_or_explained_and_goes_in_one_step() {
        ask();
        int revision = dossiers.dossier(deposited.id()).answers().revision(JOB.id());
        assertThat(
                        post(
                                employer,
                                "/formulaire/contract",
                                "job_title",
                                "Vendeuse au rayon des fruits",
                                "job_title.revision",
                                String.valueOf(revision)))
                .hasStatus(HttpStatus.SEE_OTHER)
                .headers()
                .extracting("Location")
                .asString()
                .contains("/corrections");

        MvcTestResult early = post(employer, "/corrections");
        assertThat(early).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(early))
                .contains("Rien n’est envoyé", "ce point n’est ni corrigé ni expliqué")
                .contains("Vendeuse au rayon des fruits", "Corrigé, pas encore envoyé");

        MvcTestResult silent =
                post(employer, "/corrections/explication", "subject", CONTRACT.toString());
        assertThat(silent).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(silent)).contains("Écrivez pourquoi ce point reste comme il est.");
        post(
                employer,
                "/corrections/explication",
                "subject",
                CONTRACT.toString(),
                "words",
                "Il part demain par courrier.");
        assertThat(page(employer, "/corrections"))
                .contains("Expliqué, pas encore envoyé", "Il part demain par courrier.");

        assertThat(post(employer, "/corrections")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(employer, "?envoye="))
                .contains("Vos corrections sont envoyées au service")
                .doesNotContain("Le service attend vos corrections");
        assertThat(dossiers.dossier(deposited.id()).answers().text(JOB.id()))
                .contains("Vendeuse au rayon des fruits");
    }

    @Test
    void what_was_changed_of_one_s_own_accord_can_be_seen_sent_or_given_up() {
        assertThat(page(employer, "/corrections"))
                .contains("Compléter ou modifier ma demande", "Rien n’a été changé");
        assertThat(post(employer, "/corrections")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        requests.answer(deposited.id(), employer, JOB.id(), "Caissière");

        assertThat(page(employer, "")).contains("Vos changements ne sont pas encore envoyés");
        assertThat(page(employer, "/corrections/abandon")).contains("sera oublié");
        assertThat(post(employer, "/corrections/abandon")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(employer, "")).doesNotContain("Vos changements ne sont pas encore");
    }

    @Test
    void those_who_have_something_to_mend_are_told_and_the_others_once_it_is_sent() {
        queue.runDue();
        ask();
        queue.runDue();
        assertThat(told(Notice.Kind.CORRECTIONS_ASKED)).containsExactly(employer.id());

        explainAll();
        queue.runDue();
        assertThat(told(Notice.Kind.CORRECTIONS_RETURNED)).contains(employer.id(), worker.id());
    }

    @Test
    void two_requests_on_one_day_are_told_by_two_letters_and_so_are_their_answers() {
        for (int number = 1; number <= 2; number++) {
            ask();
            queue.runDue();
            assertThat(told(Notice.Kind.CORRECTIONS_ASKED)).hasSize(number);
            explainAll();
            queue.runDue();
            assertThat(told(Notice.Kind.CORRECTIONS_RETURNED))
                    .filteredOn(employer.id()::equals)
                    .hasSize(number);
            clock.advance(Duration.ofMinutes(1));
        }
    }

    private void explainAll() {
        corrections.explain(deposited.id(), JOB, "C’est son vrai titre.", employer);
        corrections.explain(deposited.id(), CONTRACT, "Il arrive.", employer);
        corrections.send(deposited.id(), employer);
    }

    private List<UUID> told(Notice.Kind kind) {
        return notices.of(deposited.id()).stream()
                .filter(notice -> notice.kind() == kind)
                .filter(notice -> notice.account() != null)
                .map(Notice::account)
                .toList();
    }

    private String mine(Account account) {
        return body(new DossierVisit(mvc, "/mes-demandes").get(account, ""));
    }

    private void ask() {
        ask(
                new Asking.Line(
                        JOB, Nature.CLARIFICATION, "answer-unclear", "Dites dans quel rayon."),
                new Asking.Line(CONTRACT, Nature.MISSING, "piece-absent", ""));
    }

    private void ask(Asking.Line... lines) {
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        decisions.assign(deposited.id(), caseworker.id(), caseworker);
        Asking asking =
                new Asking(
                        List.of(lines),
                        LocalDate.parse("2026-12-07"),
                        "La première réponse n’a pas suffi.");
        assertThat(corrections.ask(deposited.id(), asking, caseworker))
                .isInstanceOf(Asked.Sent.class);
    }

    private String page(Account account, String page) {
        MvcTestResult result = get(account, page);
        assertThat(result).hasStatusOk();
        return body(result);
    }

    private MvcTestResult get(Account account, String page) {
        return new DossierVisit(mvc, deposited.reference()).get(account, page);
    }

    private MvcTestResult post(Account account, String page, String... form) {
        return new DossierVisit(mvc, deposited.reference()).post(account, page, form);
    }
}
