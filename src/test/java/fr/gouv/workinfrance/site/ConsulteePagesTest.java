package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinions;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/// What a service is asked, as its members read and answer it.
@WifTest
class ConsulteePagesTest {

    private static final Scope URSSAF = new Scope("office", "urssaf-ile-de-france");
    private static final Scope INSPECTORATE = new Scope("office", "inspection-travail-75");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired Documents documents;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account member;
    Dossier dossier;

    @BeforeEach
    void inExamination() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        member = requests.staff("member", URSSAF, "Paul", "Marchand", "gestionnaire");
        dossier = requests.inExamination(employer, caseworker);
    }

    @Test
    void the_inbox_names_nobody_and_tells_what_is_asked_and_when_it_is_due() {
        Consultation asked = ask("urssaf", "contributions");

        String page = body(get("/avis?vue=sans-personne", member));
        assertThat(page)
                .contains("Sans personne (", "Informations reçues (", "Passées (")
                .doesNotContain("Boulangerie des Lices", "Ndiaye");
        String all = everyPage("/avis?service=" + URSSAF.id());
        assertThat(all)
                .contains(
                        dossier.reference().value(),
                        "/avis/" + asked.id(),
                        "Cotisations de l’employeur",
                        "30 novembre 2026",
                        "dans 7 jours");
        clock.set(Instant.parse("2026-12-02T09:00:00Z"));
        assertThat(everyPage("/avis?vue=en-retard")).contains("en retard de 2 jours");
        assertThat(get("/avis?service=prefecture-75", member)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/avis?apres=x", member)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/avis", employer)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(body(get("/en/avis", member))).contains("Information received (");
    }

    @Test
    void a_member_reads_what_the_purpose_needs_and_what_silence_means() {
        Consultation asked = ask("urssaf", "contributions");

        assertThat(page(asked))
                .contains(
                        "L’employeur est-il à jour de ses déclarations",
                        "Depuis quand l’êtes-vous ?",
                        "Passé le délai, le service continue sans cet avis.",
                        "L5221-7",
                        "Boulangerie des Lices",
                        "732 829 320 00074")
                .doesNotContain("Ndiaye", "Sénégal", "Assistante de gestion");
        assertThat(get("/avis/" + asked.id(), requests.staff("member", INSPECTORATE)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/avis/" + asked.id(), caseworker)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void a_member_answers_and_then_has_the_answer_and_the_dossier_no_more() {
        Consultation asked = ask("urssaf", "contributions");

        assertThat(
                        post(
                                asked,
                                "/reponse",
                                member,
                                "verdict",
                                "FAVOURABLE",
                                "q-up_to_date",
                                "up_to_date",
                                "reasons",
                                "Rien à signaler."))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(page(asked))
                .contains(
                        "L’avis de votre service",
                        "Rendu par Paul Marchand, gestionnaire",
                        "À jour",
                        "Rien à signaler.")
                .doesNotContain("Boulangerie des Lices", "Envoyer l’avis");
    }

    @Test
    void what_is_wrong_is_told_beside_its_field_and_what_was_typed_is_kept() {
        Consultation asked = ask("labour-inspectorate", "employer-record");
        Account inspector = requests.staff("member", INSPECTORATE);
        MvcTestResult wrong =
                post(
                        asked,
                        "/reponse",
                        inspector,
                        "verdict",
                        "RESERVED",
                        "q-recorded_on",
                        "31/02/2026");

        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong))
                .contains(
                        "Certaines réponses sont à corriger",
                        "href=\"#reasons\"",
                        "Écrivez les motifs",
                        "href=\"#q-breaches\"",
                        "Répondez à cette question",
                        "href=\"#q-recorded_on\"",
                        "31/02/2026",
                        "value=\"RESERVED\" checked");
        assertThat(opinions.of(dossier.id()).getFirst().pending()).isTrue();
    }

    @Test
    void of_two_members_who_answer_the_second_is_told_and_loses_nothing_of_what_he_wrote() {
        Consultation asked = ask("urssaf", "contributions");
        Account colleague = requests.staff("member", URSSAF, "Inès", "Roux", "gestionnaire");
        post(asked, "/reponse", member, "verdict", "FAVOURABLE", "q-up_to_date", "up_to_date");
        MvcTestResult late =
                post(
                        asked,
                        "/reponse",
                        colleague,
                        "verdict",
                        "UNFAVOURABLE",
                        "q-up_to_date",
                        "behind",
                        "reasons",
                        "Trois mois impayés.");

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late))
                .contains(
                        "L’avis de votre service est déjà rendu",
                        "Rendu par Paul Marchand",
                        "Ce que vous aviez écrit",
                        "Défavorable",
                        "Trois mois impayés.");
    }

    @Test
    void an_answer_that_comes_after_it_was_taken_back_is_told_why() {
        Consultation asked = ask("urssaf", "contributions");
        opinions.takeBack(asked.id(), "Demandé par erreur", caseworker);
        MvcTestResult late = post(asked, "/reponse", member, "verdict", "NONE", "reasons", "Rien.");

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late))
                .contains("Cet avis n’est plus demandé", "Demandé par erreur", "Rien.");
        assertThat(post(asked, "/charge", member, "membre", member.id().toString()))
                .hasStatus(HttpStatus.CONFLICT);
    }

    @Test
    void an_item_is_taken_passed_to_a_colleague_and_put_back() {
        Consultation asked = ask("urssaf", "contributions");
        Account colleague = requests.staff("member", URSSAF, "Inès", "Roux", "gestionnaire");

        post(asked, "/charge", member, "membre", member.id().toString());
        assertThat(opinions.of(dossier.id()).getFirst().taker()).isEqualTo(member.id());
        assertThat(page(asked)).contains("Remettre à tout le service", "Inès Roux");
        post(asked, "/charge", member, "membre", colleague.id().toString());
        assertThat(opinions.of(dossier.id()).getFirst().taker()).isEqualTo(colleague.id());
        post(asked, "/charge", member);
        assertThat(opinions.of(dossier.id()).getFirst().taker()).isNull();
        assertThat(post(asked, "/charge", member, "membre", employer.id().toString()))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void more_time_is_asked_for_once_and_another_service_where_the_catalogue_lets_it() {
        Consultation asked = ask("labour-inspectorate", "employer-record");
        Account inspector = requests.staff("member", INSPECTORATE);

        MvcTestResult wrong =
                post(asked, "/delai", inspector, "until", "demain", "reason", "Contrôle en cours");
        assertThat(wrong).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(wrong))
                .contains("<title>Erreur – ", "href=\"#until\"", "demain", "Contrôle en cours");
        assertThat(post(asked, "/delai", inspector, "until", "14/12/2026", "reason", "Contrôle"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get("/avis/" + asked.id(), inspector)))
                .contains("Vous avez demandé d’avoir jusqu’au 14 décembre 2026");
        assertThat(post(asked, "/delai", inspector, "until", "14/12/2026", "reason", "Encore"))
                .hasStatus(HttpStatus.CONFLICT);

        assertThat(post(asked, "/consultation", inspector, "inquiry", "urssaf/contributions"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get("/avis/" + asked.id(), inspector)))
                .contains("Ce que vous avez demandé à d’autres services", "Avis attendu");
        MvcTestResult twice =
                post(asked, "/consultation", inspector, "inquiry", "urssaf/contributions");
        assertThat(twice).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(twice)).contains("a déjà cette question");
    }

    @Test
    void what_comes_with_an_opinion_is_had_by_its_service_alone_and_a_wrong_file_keeps_none() {
        Consultation asked = ask("urssaf", "contributions");
        MvcTestResult refused = join(asked, "page.html", "<html>".getBytes(StandardCharsets.UTF_8));
        assertThat(refused).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(refused)).contains("page.html", "Choisissez de nouveau les documents");
        assertThat(join(asked, "releve.png", Images.png())).hasStatus(HttpStatus.SEE_OTHER);

        DocumentId enclosed =
                ((Given) opinions.of(dossier.id()).getFirst().opinion()).documents().getFirst();
        String file = "/avis/" + asked.id() + "/pieces/" + enclosed.value();
        assertThat(page(asked)).contains("releve.png", file);
        assertThat(get(file, member)).hasStatusOk().hasContentType("image/png");
        assertThat(get(file, requests.staff("member", INSPECTORATE)))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/avis/" + asked.id() + "/pieces/" + UUID.randomUUID(), member))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get("/avis/" + asked.id() + "/documents/ACKNOWLEDGMENT", member))
                .as("nothing of the dossier once it has answered")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void an_identity_document_is_drawn_marked_for_the_service_that_may_see_it_and_no_other_is() {
        Dossier draft = requests.filled(employer);
        DocumentId title = attach(draft, "title");
        DocumentId contract = attach(draft, "contract");
        dossier = requests.deposit(draft, employer);
        decisions.assign(dossier.id(), caseworker.id(), caseworker);
        decisions.certify(dossier.id(), caseworker);
        Consultation asked =
                ((Consulting.Asked)
                                opinions.ask(
                                        dossier.id(),
                                        new Ask(
                                                "prefecture-of-residence",
                                                "residence-document",
                                                "prefecture-93",
                                                "",
                                                null),
                                        caseworker))
                        .consultation();
        Account agent = requests.staff("member", new Scope("office", asked.office()));
        String at = "/avis/" + asked.id() + "/documents/";

        assertThat(body(get("/avis/" + asked.id(), agent)))
                .contains("title.png", at + title.value() + "/lecture")
                .doesNotContain("contract.png");
        assertThat(body(get(at + title.value() + "/lecture", agent))).contains("title.png");
        assertThat(get(at + title.value() + "/1", agent)).hasStatusOk();
        assertThat(get(at + title.value(), agent))
                .as("a marked copy, never the file")
                .hasStatusOk()
                .hasContentType("application/pdf");
        for (String more : List.of("", "/1", "/lecture")) {
            assertThat(get(at + contract.value() + more, agent)).hasStatus(HttpStatus.NOT_FOUND);
            assertThat(get(at + title.value() + more, member)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    private DocumentId attach(Dossier draft, String piece) {
        byte[] image = Images.png();
        DocumentId document =
                ((Reception.Received)
                                documents.store(
                                        new ByteArrayInputStream(image),
                                        piece + ".png",
                                        image.length,
                                        employer.actor()))
                        .document()
                        .id();
        drafts.attach(draft.id(), piece, document, employer);
        return document;
    }

    private MvcTestResult join(Consultation asked, String name, byte[] content) {
        return mvc.post()
                .uri("/avis/" + asked.id() + "/reponse")
                .with(SignedIn.as(member))
                .with(SecurityMockMvcRequestPostProcessors.csrf())
                .multipart()
                .file(new MockMultipartFile("documents", name, null, content))
                .param("verdict", "FAVOURABLE")
                .param("q-up_to_date", "up_to_date")
                .exchange();
    }

    private Consultation ask(String body, String inquiry) {
        return ((Consulting.Asked)
                        opinions.ask(
                                dossier.id(),
                                new Ask(body, inquiry, null, "Depuis quand l’êtes-vous ?", null),
                                caseworker))
                .consultation();
    }

    private String page(Consultation asked) {
        return body(get("/avis/" + asked.id(), member));
    }

    /// All that a tab shows: other tests ask the same service.
    private String everyPage(String first) {
        StringBuilder all = new StringBuilder();
        String next = first;
        while (next != null) {
            String page = body(get(next, member));
            all.append(page);
            String[] after = page.split("href=\"/avis[?]service=", 2);
            next =
                    page.contains("Page suivante") && after.length == 2
                            ? "/avis?service="
                                    + after[1].replaceAll("(?s)\".*", "").replace("&amp;", "&")
                            : null;
        }
        return all.toString();
    }

    private MvcTestResult get(String path, Account account) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(Consultation asked, String to, Account account, String... form) {
        var request =
                mvc.post()
                        .uri("/avis/" + asked.id() + to)
                        .with(SignedIn.as(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }
}
