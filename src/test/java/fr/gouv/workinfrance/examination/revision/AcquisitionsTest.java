package fr.gouv.workinfrance.examination.revision;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Verification;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;

/// What silence gives where it means acceptance. No procedure of the catalogue is one: the ledger
/// of a request is made so.
@WifTest
class AcquisitionsTest {

    private static final Instant AFTER_TWO_MONTHS = Instant.parse("2027-01-25T09:00:00Z");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Permits permits;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @BeforeEach
    void start() {
        clock.set(SettableClock.START);
    }

    @Test
    void silence_that_accepts_gives_the_authorization_and_its_certificate() {
        Dossier dossier = silent("ACCEPTANCE");

        IssuedDeed certificate = dossier.deed(IssuedDeed.Kind.ACQUIRED).orElseThrow();
        Verification.Genuine permit = permits.of(dossier.id()).orElseThrow();
        assertThat(
                        PdfText.of(
                                documents.read(
                                        certificate.document(),
                                        Actor.system("test"),
                                        dossier.id().subject())))
                .contains("Attestation de décision implicite d’acceptation")
                .contains("L. 232-3")
                .contains("23 janvier 2027")
                .contains(permit.extract().number())
                .contains("Boulangerie des Lices");
        assertThat(permit.extract().until()).isEqualTo("2028-08-31");
    }

    @Test
    void silence_that_refuses_gives_nothing() {
        Dossier dossier = silent("REFUSAL");

        assertThat(dossier.reached()).isTrue();
        assertThat(dossier.deed(IssuedDeed.Kind.ACQUIRED)).isEmpty();
        assertThat(permits.of(dossier.id())).isEmpty();
    }

    private Dossier silent(String meaning) {
        Dossier dossier = requests.deposited(requests.someone("employeur"));
        jdbc.sql("update dossier.dossier set clock_silence = :meaning where id = :id")
                .param("meaning", meaning)
                .param("id", dossier.id().value())
                .update();
        clock.set(AFTER_TWO_MONTHS);
        dossiers.look(dossier.id());
        queue.runDue();
        return dossiers.dossier(dossier.id());
    }
}
