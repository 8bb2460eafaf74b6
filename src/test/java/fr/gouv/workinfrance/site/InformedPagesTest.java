package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.revision.Drafting;
import fr.gouv.workinfrance.examination.revision.Rectification;
import fr.gouv.workinfrance.examination.revision.Reviews;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Informations;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Terms;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What a service is told, as its members read it, and how its head sees to the service.
@WifTest
class InformedPagesTest {

    private static final Pattern LINK = Pattern.compile("(/invitation/[\\w-]{43})");
    private static final Pattern CODE =
            Pattern.compile(">([A-HJKMNP-Z2-9]{4}-[A-HJKMNP-Z2-9]{4})<");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Informations informations;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Revisions revisions;
    @Autowired Reviews reviews;
    @Autowired Permits permits;
    @Autowired Dossiers dossiers;
    @Autowired Grants grants;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account caseworker;
    Account signatory;
    Dossier dossier;

    @BeforeEach
    void prepared() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.inExamination(requests.someone("employeur"), caseworker);
    }

    @Test
    void a_service_reads_what_it_was_told_acknowledges_it_and_sends_a_fact_back() {
        // the list begins with the latest, and other tests tell the same service at that hour
        clock.advance(Duration.ofHours(6));
        Information told = told("ofii");
        Account agent = requests.staff("member", new Scope("office", told.office()));
        String at = "/avis/informations/" + told.id();

        assertThat(body(get("/avis?vue=informations", agent)))
                .contains(at, dossier.reference().value(), "À lire")
                .doesNotContain("Ndiaye");
        assertThat(body(get(at, agent)))
                .contains("Pour la demande de visa.", "Accuser réception", "Visite médicale faite")
                .doesNotContain("pay\"");
        assertThat(post(at + "/reception", agent)).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(at, agent)))
                .contains("en a accusé réception")
                .doesNotContain("Accuser réception");

        MvcTestResult undated =
                post(at + "/faits", agent, "fact", "medical-visit-held", "day", "hier");
        assertThat(undated).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(undated)).contains("href=\"#day\"", "value=\"hier\"");
        assertThat(body(post(at + "/faits", agent))).contains("Choisissez ce qui s’est passé");
        assertThat(post(at + "/faits", agent, "fact", "medical-visit-held", "day", "20/11/2026"))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(body(get(at, agent))).contains("Visite médicale faite, 20 novembre 2026");
        assertThat(informations.of(dossier.id()).getFirst().returned().getFirst().day())
                .isEqualTo(LocalDate.parse("2026-11-20"));
        assertThat(acts()).contains("SEE_PART", "ACKNOWLEDGE_INFORMATION", "RETURN_FACT");

        Account elsewhere = requests.staff("member", new Scope("office", "urssaf-bretagne"));
        for (String more : List.of("", "/documents/AUTHORIZATION")) {
            assertThat(get(at + more, elsewhere)).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void whoever_the_law_sends_the_authorization_has_it_once_it_is_sealed() {
        Information told = granted();
        Account agent = requests.staff("member", new Scope("office", told.office()));
        String at = "/avis/informations/" + told.id();

        assertThat(body(get(at, agent)))
                .contains("Autorisation délivrée", at + "/documents/AUTHORIZATION");
        assertThat(get(at + "/documents/AUTHORIZATION", agent))
                .hasStatusOk()
                .hasContentType("application/pdf");
        assertThat(get(at + "/documents/DECISION", agent)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoever_was_sent_an_authorization_has_the_one_that_holds_once_it_was_rectified() {
        Information told = granted();
        Account agent = requests.staff("member", new Scope("office", told.office()));
        String at = "/avis/informations/" + told.id();
        clock.advance(Duration.ofDays(3));
        Terms printed = revisions.terms(dossiers.dossier(dossier.id())).orElseThrow();
        Terms mended =
                new Terms(
                        printed.holder(),
                        printed.birth(),
                        printed.employer(),
                        printed.job(),
                        printed.hours(),
                        printed.from(),
                        LocalDate.parse("2028-06-30"));
        UUID act = sign(new Rectification(printed, mended, false, "Le mois était mal recopié."));

        assertThat(body(get(at, agent)))
                .as("while it is being sealed")
                .contains("Autorisation rectifiée le", "dans quelques instants")
                .doesNotContain(at + "/documents/AUTHORIZATION");
        assertThat(get(at + "/documents/AUTHORIZATION", agent)).hasStatus(HttpStatus.NOT_FOUND);
        queue.runDue();

        assertThat(body(get(at, agent)))
                .contains("Autorisation rectifiée le 26 novembre 2026", "fait foi")
                .contains(at + "/documents/AUTHORIZATION");
        MvcTestResult handed = get(at + "/documents/AUTHORIZATION", agent);
        assertThat(handed).hasStatusOk().hasContentType("application/pdf");
        assertThat(PdfText.of(handed.getResponse().getContentAsByteArray()))
                .contains("30 juin 2028")
                .doesNotContain("31 août 2028");
        assertThat(revisions.of(dossier.id(), act).orElseThrow().isGiven()).isTrue();
        assertThat(get(at + "/documents/AUTHORIZATION/lecture", agent))
                .as("not the one that was first given")
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void whoever_was_sent_an_authorization_reads_that_it_was_withdrawn_and_has_it_no_more() {
        Information told = granted();
        Account agent = requests.staff("member", new Scope("office", told.office()));
        String at = "/avis/informations/" + told.id();

        clock.advance(Duration.ofDays(3));
        permits.withdraw(dossier.id(), "fraud", caseworker.actor());

        assertThat(body(get(at, agent)))
                .contains("Autorisation retirée le 26 novembre 2026")
                .contains("ne permet plus de travailler")
                .doesNotContain(at + "/documents/AUTHORIZATION");
        assertThat(get(at + "/documents/AUTHORIZATION", agent)).hasStatus(HttpStatus.NOT_FOUND);
    }

    @Test
    void the_head_sees_load_and_pace_and_lets_members_in_and_go_but_the_last_head() {
        // of its own: nobody else's test leads this service
        Scope scope = new Scope("office", "urssaf-bretagne");
        Account head = requests.staff("head", scope, "Anne", "Riou", "responsable");
        Account newcomer = requests.someone("nouveau");
        String at = "/avis/urssaf-bretagne/service";

        assertThat(body(post(at + "/invitations", head, "email", "x")))
                .contains("id=\"email-error\"");
        MvcTestResult sent;
        String link;
        try (Mailbox mailbox = Mailbox.open(sender)) {
            sent = post(at + "/invitations", head, "email", newcomer.email());
            queue.runDue();
            link = found(LINK, mailbox.to(newcomer.email()).getLast().text());
        }
        assertThat(body(get(at, head))).contains(newcomer.email(), "Annuler l’invitation");
        assertThat(body(get(link, newcomer))).contains("vous invite à répondre aux avis demandés");
        MvcTestResult joined = post(link, newcomer, "code", found(CODE, body(sent)));
        assertThat(joined).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(joined.getResponse().getHeader("Location"))
                .isEqualTo("/avis?service=urssaf-bretagne");

        Consultation asked =
                ((Consulting.Asked)
                                opinions.ask(
                                        dossier.id(),
                                        new Ask(
                                                "urssaf",
                                                "contributions",
                                                "urssaf-bretagne",
                                                "",
                                                null),
                                        caseworker))
                        .consultation();
        inboxes.take(asked.id(), newcomer.id(), newcomer);
        assertThat(body(get(at, head))).contains("1 avis en charge", "Anne Riou", "Responsable");
        assertThat(get(at, newcomer)).hasStatus(HttpStatus.NOT_FOUND);

        assertThat(post(at + "/membres/" + newcomer.id() + "/fin", head))
                .hasStatus(HttpStatus.SEE_OTHER);
        assertThat(get("/avis/" + asked.id(), newcomer)).hasStatus(HttpStatus.FORBIDDEN);
        assertThat(opinions.of(dossier.id()).getFirst().taker())
                .as("what he saw to is put back for all")
                .isNull();
        MvcTestResult last = post(at + "/membres/" + head.id() + "/fin", head);
        assertThat(last).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(last)).contains("garde au moins un responsable");
        assertThat(grants.holds(head.id(), "head", scope)).isTrue();
        assertThat(post(at + "/membres/" + UUID.randomUUID() + "/fin", head))
                .hasStatus(HttpStatus.NOT_FOUND);
    }

    /// What the OFII is told of an authorization.
    private Information granted() {
        signatory = requests.staff("signatory", Requests.PREFECTURE);
        requests.prepare(dossier.id(), caseworker);
        requests.sign(dossier.id(), signatory);
        queue.runDue();
        queue.runDue();
        return informations.of(dossier.id()).stream()
                .filter(one -> one.body().equals("ofii"))
                .findFirst()
                .orElseThrow();
    }

    private UUID sign(Rectification act) {
        UUID id =
                ((Drafting.Drafted) revisions.draft(dossier.id(), act, caseworker)).revision().id();
        reviews.sign(
                dossier.id(), id, reviews.read(dossier.id(), id, signatory).hashes(), signatory);
        return id;
    }

    private Information told(String administration) {
        assertThat(
                        informations.tell(
                                dossier.id(),
                                administration,
                                "Pour la demande de visa.",
                                caseworker))
                .isEmpty();
        return informations.of(dossier.id()).getFirst();
    }

    private static String found(Pattern wanted, String text) {
        Matcher matcher = wanted.matcher(text);
        assertThat(matcher.find()).as(text).isTrue();
        return matcher.group(1);
    }

    private MvcTestResult get(String path, Account account) {
        return mvc.get().uri(path).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String path, Account account, String... form) {
        var request =
                mvc.post()
                        .uri(path)
                        .with(SignedIn.as(account))
                        .with(SecurityMockMvcRequestPostProcessors.csrf());
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private List<String> acts() {
        return journal.of(dossier.id().subject()).stream().map(Entry::act).toList();
    }
}
