package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.procedure.Gap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;

/// What each person sees of a document that the antivirus has not found clean.
@WifTest
class ScanPagesTest {

    private static final String NAME = "contrat-de-awa.png";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired SettableClock clock;
    @Autowired JdbcClient database;

    private Account employer;
    private Account caseworker;
    private Dossier dossier;
    private DocumentId document;

    @BeforeEach
    void attached() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.filled(employer);
        byte[] image = Images.png();
        document =
                ((Reception.Received)
                                documents.store(
                                        new ByteArrayInputStream(image),
                                        NAME,
                                        image.length,
                                        employer.actor()))
                        .document()
                        .id();
        drafts.attach(dossier.id(), "contract", document, employer);
    }

    @Test
    void a_clean_document_is_shown_to_the_applicant_and_to_the_office() {
        assertThat(get(at("/pieces"), employer)).bodyText().contains(file(""));
        assertThat(get(at(file("")), employer)).hasStatusOk();
        requests.deposit(dossiers.dossier(dossier.id()), employer);
        assertThat(get(desk(""), caseworker)).bodyText().contains(file("/1"));
        assertThat(get(desk(file("/1")), caseworker)).hasStatusOk();
    }

    @Test
    void a_document_that_waits_is_received_told_as_such_and_shown_to_nobody() {
        state("WAITING");

        assertThat(get(at("/pieces"), employer))
                .bodyText()
                .contains(NAME, "il n’est montré à personne")
                .doesNotContain(file(""));
        assertThat(get("/en" + at("/pieces"), employer)).bodyText().contains("shown to nobody");
        assertThat(dossiers.gaps(dossiers.dossier(dossier.id())))
                .extracting(Gap::id)
                .doesNotContain("contract");

        requests.deposit(dossiers.dossier(dossier.id()), employer);
        assertThat(get(at(""), employer))
                .bodyText()
                .contains("Document en attente de l’antivirus", NAME);
        assertThat(get(desk(""), caseworker))
                .bodyText()
                .contains(NAME, "Pas encore contrôlé par l’antivirus")
                .doesNotContain(file(""));
        nobodyHasIt();
    }

    @Test
    void a_document_with_a_virus_is_refused_told_as_such_and_no_longer_counts() {
        state("INFECTED");

        assertThat(get(at("/pieces"), employer))
                .bodyText()
                .contains(NAME, "un virus a été trouvé", "Retirer")
                .doesNotContain(file(""));
        assertThat(dossiers.gaps(dossiers.dossier(dossier.id())))
                .extracting(Gap::id)
                .contains("contract");
        assertThat(get(at(file("")), employer)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_virus_found_after_the_deposit_is_told_to_the_applicant_and_to_the_office() {
        state("WAITING");
        requests.deposit(dossiers.dossier(dossier.id()), employer);
        state("INFECTED");

        assertThat(get(at(""), employer)).bodyText().contains("un virus y a été trouvé", NAME);
        assertThat(get(desk(""), caseworker))
                .bodyText()
                .contains(NAME, "Un virus y a été trouvé")
                .doesNotContain(file(""));
        nobodyHasIt();
    }

    private void nobodyHasIt() {
        assertThat(get(at(file("")), employer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(desk(file("")), caseworker)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(desk(file("/1")), caseworker)).hasStatus(HttpStatus.NOT_FOUND);
    }

    private void state(String scan) {
        database.sql(
                        "update document.document set scan = :scan, signature = :signature where id"
                                + " = :id")
                .param("scan", scan)
                .param("signature", scan.equals("INFECTED") ? "Eicar" : null)
                .param("id", document.value())
                .update();
    }

    private String file(String page) {
        return "/documents/" + document + page;
    }

    private String at(String more) {
        return "/dossiers/" + dossier.reference() + more;
    }

    private String desk(String more) {
        return "/instruction/dossiers/" + dossier.reference() + more;
    }

    private MvcTestResult get(String path, Account who) {
        return mvc.get().uri(path).with(SignedIn.as(who)).exchange();
    }
}
