package fr.gouv.workinfrance.notification;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.mail.Mailbox.Received;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Reply;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;

/// What is written to services that are asked or told, and to who is in charge: never to a party.
@WifTest
class OpinionNoticesTest {

    private static final Scope URSSAF = new Scope("office", "urssaf-ile-de-france");
    private static final Reply UP_TO_DATE =
            new Reply(Verdict.FAVOURABLE, "", Map.of("up_to_date", "up_to_date"), List.of());

    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Informations informations;
    @Autowired Offices offices;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private Account member;
    private Dossier dossier;
    private Mailbox mailbox;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        member = requests.staff("member", URSSAF);
        dossier = requests.inExamination(employer, caseworker);
        queue.runDue();
        mailbox = Mailbox.open(sender);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void a_service_is_written_to_at_its_address_with_a_day_and_a_link_and_nobody_s_name() {
        Consultation asked = ask("urssaf", "contributions");

        assertThat(service(asked))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.text())
                                        .contains("30 novembre 2026", "/avis/" + asked.id())
                                        .doesNotContain("Ndiaye", "Boulangerie"));
        clock.set(Instant.parse("2026-11-28T09:00:00Z"));
        queue.start("opinion-days");
        assertThat(service(asked)).hasSize(2);
        clock.set(Instant.parse("2026-12-02T09:00:00Z"));
        queue.start("opinion-days");
        assertThat(service(asked).getLast().subject()).contains("la date de l’avis est passée");
        assertThat(to(caseworker.email()))
                .extracting(Received::subject)
                .containsExactly(
                        "Demande " + dossier.reference() + " : un avis n’est pas venu à sa date");
        nothingToTheParty();
    }

    @Test
    void who_is_in_charge_is_told_of_the_opinion_and_of_the_time_that_is_asked_for() {
        Consultation asked = ask("urssaf", "contributions");
        inboxes.extend(asked.id(), LocalDate.parse("2026-12-07"), "Contrôle en cours", member);
        opinions.settle(asked.id(), true, caseworker);
        inboxes.answer(asked.id(), UP_TO_DATE, member);

        assertThat(to(caseworker.email()))
                .extracting(Received::subject)
                .containsExactlyInAnyOrder(
                        "Demande " + dossier.reference() + " : un service demande plus de temps",
                        "Demande " + dossier.reference() + " : un avis est rendu");
        assertThat(service(asked))
                .anySatisfy(
                        letter ->
                                assertThat(letter.text())
                                        .contains("maintenant attendu au plus tard le 7 décembre"));
        assertThat(to(caseworker.email()))
                .noneSatisfy(letter -> assertThat(letter.text()).contains("Contrôle en cours"));
    }

    @Test
    void a_service_is_told_that_its_opinion_is_asked_for_no_more() {
        Consultation asked = ask("urssaf", "contributions");
        opinions.takeBack(asked.id(), "Demandé par erreur", caseworker);

        assertThat(service(asked))
                .extracting(Received::subject)
                .contains("Demande " + dossier.reference() + " : l’avis n’est plus demandé");
    }

    @Test
    void a_service_that_asked_another_is_told_of_its_answer() {
        Consultation record = ask("labour-inspectorate", "employer-record");
        Account inspector = requests.staff("member", new Scope("office", record.office()));
        Consultation asked =
                ((Consulting.Asked)
                                inboxes.delegate(
                                        record.id(), Ask.of("urssaf", "contributions"), inspector))
                        .consultation();
        inboxes.answer(asked.id(), UP_TO_DATE, member);

        assertThat(service(record))
                .anySatisfy(letter -> assertThat(letter.subject()).contains("un avis est rendu"));
        assertThat(to(caseworker.email())).isEmpty();
    }

    @Test
    void a_service_that_is_told_has_a_link_and_its_fact_is_told_to_who_is_in_charge() {
        informations.tell(dossier.id(), "ofii", "", caseworker);
        Information told = informations.of(dossier.id()).getFirst();
        String address = offices.office(told.office()).orElseThrow().email();
        assertThat(to(address))
                .singleElement()
                .satisfies(
                        letter ->
                                assertThat(letter.text())
                                        .contains("/avis/informations/" + told.id()));
        informations.giveBack(
                told.id(),
                "medical-visit-held",
                LocalDate.parse("2026-11-20"),
                requests.staff("member", new Scope("office", told.office())));
        assertThat(to(caseworker.email()))
                .extracting(Received::subject)
                .containsExactly(
                        "Demande " + dossier.reference() + " : un service a renvoyé un fait");
        nothingToTheParty();
    }

    private void nothingToTheParty() {
        assertThat(to(employer.email()))
                .extracting(Received::subject)
                .noneMatch(subject -> subject.contains("avis") || subject.contains("fait"));
    }

    private Consultation ask(String body, String inquiry) {
        return ((Consulting.Asked) opinions.ask(dossier.id(), Ask.of(body, inquiry), caseworker))
                .consultation();
    }

    private List<Received> service(Consultation asked) {
        return to(offices.office(asked.office()).orElseThrow().email());
    }

    /// Those about this dossier: others write to the same service.
    private List<Received> to(String address) {
        queue.runDue();
        return mailbox.to(address).stream()
                .filter(letter -> letter.subject().contains(dossier.reference().value()))
                .toList();
    }
}
