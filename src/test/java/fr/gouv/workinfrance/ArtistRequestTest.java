package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.procedure.Gap;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.nio.charset.StandardCharsets;

/// An orchestra engages a violinist who lives abroad: the first kind of request that is no
/// student's.
@WifTest
class ArtistRequestTest {

    private static final String PROCEDURE = "artiste-contrat";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Documents documents;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = requests.someone("orchestre");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void someone_who_lives_abroad_goes_from_the_draft_to_an_authorization_that_anyone_checks() {
        DossierId id = requests.deposit(requests.artistAbroad(employer), employer).id();
        queue.runDue();
        decisions.assign(id, caseworker.id(), caseworker);
        decisions.certify(id, caseworker);
        decisions.begin(id, caseworker);
        Preparation preparation =
                decisions.prepare(
                        id, dossiers.dossier(id).version(), Requests.violinist(), caseworker);
        assertThat(preparation).isInstanceOf(Preparation.Ready.class);
        Review review = examinations.review(id, signatory);
        examinations.sign(id, review.hashes(), signatory);
        queue.runDue();

        Dossier decided = dossiers.dossier(id);
        assertThat(decided.deeds())
                .extracting(IssuedDeed::kind)
                .contains(
                        IssuedDeed.Kind.ACKNOWLEDGMENT,
                        IssuedDeed.Kind.COMPLETENESS,
                        IssuedDeed.Kind.DECISION,
                        IssuedDeed.Kind.AUTHORIZATION);
        assertThat(decided.deeds())
                .allSatisfy(
                        deed ->
                                assertThat(text(deed, id))
                                        .contains("Okonkwo")
                                        .doesNotContainIgnoringCase("étudiant"));
        assertThat(text(decided.deed(IssuedDeed.Kind.AUTHORIZATION).orElseThrow(), id))
                .contains("Violoniste")
                .contains("CDDU");
        assertThat(text(decided.deed(IssuedDeed.Kind.DECISION).orElseThrow(), id))
                .contains("R5221-16")
                .doesNotContain("R5221-26");
        assertThat(mvc.get().uri("/verifier/" + decided.prepared().orElseThrow().code()))
                .hasStatusOk()
                .bodyText()
                .contains("Violoniste");
    }

    @Test
    void its_pages_ask_for_the_consulate_and_the_passport_and_call_nobody_a_student() {
        Dossier draft = requests.artistAbroad(employer);
        assertThat(dossiers.gaps(draft).stream().filter(Gap::blocking)).isEmpty();
        String address = "/dossiers/" + draft.reference();

        assertThat(page(address + "/formulaire/home"))
                .contains("Consulat de France où le visa sera demandé")
                .doesNotContain("Adresse en France");
        assertThat(page(address + "/formulaire/travel")).contains("Numéro du passeport");
        assertThat(page(address + "/formulaire/activity")).contains("Numéro du récépissé");
        for (String here :
                new String[] {
                    "", "/pieces", "/recapitulatif", "/formulaire/person", "/formulaire/contract"
                }) {
            assertThat(page(address + here)).as(here).doesNotContainIgnoringCase("étudiant");
        }
        assertThat(page("/demarches/" + PROCEDURE)).contains("De la personne à embaucher");
    }

    private String page(String address) {
        var result = mvc.get().uri(address).with(SignedIn.as(employer)).exchange();
        assertThat(result).hasStatusOk();
        return new String(result.getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private String text(IssuedDeed deed, DossierId id) {
        return PdfText.of(documents.read(deed.document(), Actor.system("test"), id.subject()));
    }
}
