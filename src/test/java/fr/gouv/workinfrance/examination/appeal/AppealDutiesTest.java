package fr.gouv.workinfrance.examination.appeal;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Reorganisations;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.office.Closure;
import fr.gouv.workinfrance.office.Closures;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Thresholds;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;

/// What the house does by itself with appeals: it warns before their day, says what their silence
/// means, and hands over those of an office that closes.
@WifTest
class AppealDutiesTest {

    private static final String MINISTRY = "ministere-immigration";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Appeals appeals;
    @Autowired Offices offices;
    @Autowired Closures closures;
    @Autowired Reorganisations reorganisations;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account administrator;
    DossierId id;

    @BeforeEach
    void refused() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        administrator = requests.staff("administrator", Scope.HOUSE);
        offices.warn(office(Requests.PREFECTURE.id()), new Thresholds(15, 5), administrator);
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        id = requests.inExamination(employer, caseworker).id();
        decisions.prepare(
                id,
                dossiers.dossier(id).version(),
                new Decision.Refused(List.of("not-a-student-title"), "Le titre est « visiteur »."),
                caseworker);
        requests.sign(id, signatory);
        queue.runDue();
    }

    @Test
    void who_is_in_charge_is_written_to_within_the_working_days_that_his_office_set() {
        Recourse one = filed("gracieux");
        assertThat(one.limit()).as("a Saturday").isEqualTo("2027-01-23");
        appeals.take(one.id(), caseworker);

        try (Mailbox mailbox = Mailbox.open(sender)) {
            on("2027-01-03T09:00:00Z");
            assertThat(warnings(mailbox)).isEmpty();

            on("2027-01-04T09:00:00Z");
            queue.start("appeal-silence");
            assertThat(warnings(mailbox))
                    .as("once, to who is in charge")
                    .extracting(Mailbox.Received::to)
                    .containsExactly(caseworker.email());
            assertThat(warnings(mailbox).getFirst().text())
                    .contains("Sans réponse le 23 janvier 2027, ce recours est rejeté")
                    .contains("/instruction/recours")
                    .doesNotContain("Revoyez ceci");

            on("2027-01-18T09:00:00Z");
            assertThat(warnings(mailbox))
                    .as("once it is urgent, to the service as well")
                    .extracting(Mailbox.Received::to)
                    .containsExactlyInAnyOrder(
                            caseworker.email(),
                            caseworker.email(),
                            office(Requests.PREFECTURE.id()).email());
        }
        assertThat(acts()).filteredOn("WARN_APPEAL"::equals).hasSize(2);
        assertThat(acts()).contains("notice.made");
    }

    @Test
    void the_service_is_written_to_while_nobody_is_in_charge() {
        filed("gracieux");
        try (Mailbox mailbox = Mailbox.open(sender)) {
            on("2027-01-04T09:00:00Z");
            assertThat(warnings(mailbox))
                    .extracting(Mailbox.Received::to)
                    .containsExactly(office(Requests.PREFECTURE.id()).email());
        }
    }

    @Test
    void who_deposited_it_is_told_on_the_day_what_silence_means_and_until_when_the_court_is_open() {
        filed("gracieux");
        try (Mailbox mailbox = Mailbox.open(sender)) {
            on("2027-01-23T05:00:00Z");
            assertThat(mailbox.to(employer.email()))
                    .last()
                    .satisfies(
                            letter ->
                                    assertThat(letter.text().replace('\u00a0', ' '))
                                            .contains("Ce silence vaut rejet du recours")
                                            .contains("jusqu’au 23 mars 2027 sans risque")
                                            .contains("telerecours.fr"));
        }
        assertThat(acts()).contains("APPEAL_SILENCE");
    }

    @Test
    void what_a_ministry_that_closes_had_to_answer_is_its_successor_s_with_the_dossiers() {
        Office closing = ministry();
        Scope there = new Scope("office", closing.id());
        Account drafter = requests.staff("caseworker", there);
        Recourse one = filed("hierarchique");
        assertThat(one.office()).isEqualTo(closing.id());
        assertThat(dossiers.see(id, drafter)).isPresent();
        assertThat(preview(closing))
                .contains("Recours et demandes de motifs auxquels ce service doit répondre")
                .contains("passeront à son successeur\u00a0: 1");
        appeals.take(one.id(), drafter);

        LocalDate last = LocalDate.parse("2026-11-22");
        closures.plan(
                new Closure(closing.id(), last, MINISTRY, new TreeMap<>(), false, null),
                administrator);
        reorganisations.carryOut(closing.id(), administrator.actor());

        Account heir = requests.staff("caseworker", new Scope("office", MINISTRY));
        Recourse moved = appeals.handled(one.id(), heir).orElseThrow();
        assertThat(moved.assignee()).as("who was in charge stays behind").isNull();
        assertThat(moved.limit()).isEqualTo(one.limit());
        assertThat(dossiers.see(id, heir)).isPresent();
        assertThat(appeals.handled(one.id(), drafter)).isEmpty();
        assertThat(dossiers.see(id, drafter)).isEmpty();
        assertThat(appeals.count(List.of(closing.id()))).isZero();
        assertThat(acts()).contains("MOVE_APPEAL");
    }

    @Test
    void those_who_go_to_the_successor_stay_in_charge_of_what_they_answered() {
        Office closing = ministry();
        Account drafter = requests.staff("caseworker", new Scope("office", closing.id()));
        Recourse one = filed("hierarchique");
        appeals.take(one.id(), drafter);

        LocalDate last = LocalDate.parse("2026-11-22");
        closures.plan(
                new Closure(closing.id(), last, MINISTRY, new TreeMap<>(), true, null),
                administrator);
        reorganisations.carryOut(closing.id(), administrator.actor());

        assertThat(appeals.handled(one.id(), drafter).orElseThrow().assignee())
                .isEqualTo(drafter.id());
    }

    private String preview(Office closing) {
        return body(
                mvc.post()
                        .uri("/administration/services/" + closing.id() + "/fermeture")
                        .with(SignedIn.as(administrator))
                        .with(SecurityMockMvcRequestPostProcessors.csrf())
                        .param("dernier", "2026-11-22")
                        .param("successeur", MINISTRY)
                        .exchange());
    }

    private static String body(MvcTestResult result) {
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private Recourse filed(String way) {
        appeals.file(id, way, "Revoyez ceci.", List.of(), employer);
        queue.runDue();
        return appeals.of(id).getFirst();
    }

    private void on(String instant) {
        clock.set(Instant.parse(instant));
        queue.start("appeal-silence");
    }

    private List<Mailbox.Received> warnings(Mailbox mailbox) {
        String reference = dossiers.dossier(id).reference().value();
        return mailbox.received().stream()
                .filter(letter -> letter.subject().contains(reference))
                .filter(
                        letter ->
                                letter.subject().matches(".*(attend sa réponse|réponse urgente).*"))
                .toList();
    }

    /// One that is for the requests of this test alone until it closes.
    private Office ministry() {
        Office like = office(MINISTRY);
        Office opened =
                new Office(
                        "zz-ministere-" + UUID.randomUUID(),
                        like.kind(),
                        "Ministère qui ferme",
                        like.address(),
                        like.email(),
                        like.phone(),
                        like.openingHours(),
                        like.seat(),
                        like.territory(),
                        Set.of(Requests.PROCEDURE),
                        like.closedDays(),
                        like.from(),
                        null,
                        null,
                        0,
                        like.thresholds());
        assertThat(offices.open(opened, administrator)).isTrue();
        return opened;
    }

    private Office office(String office) {
        return offices.office(office).orElseThrow();
    }

    private List<String> acts() {
        return journal.of(id.subject()).stream().map(Entry::act).toList();
    }
}
