package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IllegalMove.Why;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Readiness;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Reply;

import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.mail.javamail.JavaMailSender;

import java.util.List;
import java.util.Map;

/// An artist who lives abroad is authorized: the DRAC is asked by itself and waited for, then the
/// OFII and the consulate are told, and the consulate sends back that the visa was issued. Each
/// page is looked at by axe.
@WifTest
class HandOverJourney {

    @AutoClose static final Browser browser = Browser.open();

    @Autowired Requests requests;
    @Autowired Accounts accounts;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired Examinations examinations;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Informations informations;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
    }

    @Test
    void the_consulate_and_the_ofii_take_over_what_was_granted_and_nothing_is_keyed_twice() {
        try (Mailbox mailbox = Mailbox.open(sender);
                Tab phone = browser.tab(port, 320);
                Tab desk = browser.tab(port, 1280)) {
            Person employer = Person.someone(phone, "orchestre", mailbox, queue);
            DossierId id = granted(accounts.create(employer.email(), "fr"));
            assertThat(informations.of(id))
                    .extracting(Information::body)
                    .containsExactlyInAnyOrder("drac", "ofii", "consulate");

            Information told =
                    informations.of(id).stream()
                            .filter(one -> one.body().equals("consulate"))
                            .findFirst()
                            .orElseThrow();
            Account agent = requests.staff("member", new Scope("office", told.office()));
            Person consulate = new Person(desk, agent.email(), mailbox, queue);
            consulate.open("/avis/informations/" + told.id());
            consulate.signIn();
            assertThat(consulate.reads()).contains("Okonkwo").doesNotContain("Salaire");
            consulate.page().click("label[for=fact-visa-issued]");
            consulate.page().fill("#day", "20/11/2026");
            consulate.follow("text=Renvoyer ce fait");
            assertThat(consulate.reads()).contains("Visa délivré, 20 novembre 2026");

            String at = "/dossiers/" + dossiers.dossier(id).reference();
            employer.open(at);
            employer.signIn();
            assertThat(employer.reads())
                    .contains("Avis favorable")
                    .contains("Le consulat de France du pays de résidence a reçu l’autorisation")
                    .contains("a reçu l’autorisation", "Visa délivré : 20 novembre 2026");
            employer.follow("text=Qui a consulté cette demande");
            assertThat(employer.reads())
                    .contains("la partie du dossier qui concerne ce service")
                    .doesNotContain(agent.displayName());
        }
    }

    /// Nothing is prepared before the DRAC has answered.
    private DossierId granted(Account employer) {
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        DossierId id = requests.deposit(requests.artistAbroad(employer), employer).id();
        queue.runDue();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        queue.runDue();
        assertThatThrownBy(() -> prepare(id, caseworker))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        refused -> assertThat(refused.why()).isEqualTo(Why.OPINION_AWAITED));

        assertThat(examinations.readiness(dossiers.dossier(id), 0, 0).remarks())
                .as("it was asked, and waits")
                .extracting(Readiness.Remark::kind)
                .containsExactly(Readiness.Kind.OPINION_AWAITED);

        var asked = opinions.of(id).getFirst();
        inboxes.answer(
                asked.id(),
                new Reply(
                        Verdict.FAVOURABLE,
                        "",
                        Map.of("licence", "valid", "professional", "oui"),
                        List.of()),
                requests.staff("member", new Scope("office", asked.office())));
        prepare(id, caseworker);
        requests.sign(id, signatory);
        queue.runDue();
        queue.runDue();
        return id;
    }

    private void prepare(DossierId id, Account caseworker) {
        decisions.prepare(id, dossiers.dossier(id).version(), Requests.violinist(), caseworker);
    }
}
