package fr.gouv.workinfrance.opinion;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.opinion.Consulting.Fault;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;

/// What other administrations are told of a dossier, by rule and by hand, and what they send back.
@WifTest
class InformationsTest {

    @Autowired Requests requests;
    @Autowired Informations informations;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private Dossier dossier;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.inExamination(employer, caseworker);
    }

    @Test
    void a_grant_tells_the_ofii_which_sees_the_authorization_and_sends_a_fact_back() {
        Account signatory = requests.staff("signatory", Requests.PREFECTURE);
        requests.prepare(dossier.id(), caseworker);
        requests.sign(dossier.id(), signatory);
        queue.runDue();
        queue.runDue();
        Information told =
                informations.of(dossier.id()).stream()
                        .filter(one -> one.body().equals("ofii"))
                        .findFirst()
                        .orElseThrow();
        Account agent = requests.staff("member", office(told.office()));

        assertThat(informations.open(told.id(), employer)).isEmpty();
        Seen seen = informations.open(told.id(), agent).orElseThrow().seen();
        assertThat(seen.document("AUTHORIZATION")).isPresent();
        assertThat(seen.document("DECISION")).as("its purpose does not need it").isEmpty();
        assertThat(informations.giveBack(told.id(), "medical-visit-held", null, agent))
                .containsOnlyKeys("day");
        assertThat(
                        informations.giveBack(
                                told.id(),
                                "medical-visit-held",
                                LocalDate.parse("2026-11-23"),
                                agent))
                .isEmpty();
        assertThat(informations.of(dossier.id()))
                .filteredOn(one -> one.id().equals(told.id()))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.acknowledgedAt()).isNotNull();
                            assertThat(one.returned()).hasSize(1);
                        });
        assertThat(acts()).contains("INFORM", "RETURN_FACT", "ACKNOWLEDGE_INFORMATION");
    }

    @Test
    void one_tells_by_hand_who_has_a_text_for_it_and_a_competent_service() {
        assertThat(informations.tell(dossier.id(), "urssaf", "Pour votre contrôle", caseworker))
                .isEmpty();
        assertThat(informations.tell(dossier.id(), "rectorat", "", caseworker))
                .containsExactly(Fault.UNKNOWN);
        assertThat(informations.tell(dossier.id(), "consulate", "", caseworker))
                .as("nothing in the request says which country")
                .containsExactly(Fault.NO_OFFICE);
        assertThat(informations.of(dossier.id()))
                .singleElement()
                .satisfies(one -> assertThat(one.words()).isEqualTo("Pour votre contrôle"));
    }

    private List<String> acts() {
        return journal.of(dossier.id().subject()).stream().map(Entry::act).toList();
    }

    private static Scope office(String id) {
        return new Scope("office", id);
    }
}
