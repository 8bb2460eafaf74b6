package fr.gouv.workinfrance.site;

import static fr.gouv.workinfrance.site.DossierVisit.body;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.opinion.Ask;
import fr.gouv.workinfrance.opinion.Consultation;
import fr.gouv.workinfrance.opinion.Consulting;
import fr.gouv.workinfrance.opinion.Inboxes;
import fr.gouv.workinfrance.opinion.Opinion.Given;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Opinions;
import fr.gouv.workinfrance.opinion.Reply;

import jakarta.servlet.http.Cookie;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A service that has no members here gives its one opinion by a link that serves once.
@WifTest
class GuestPagesTest {

    private static final String DRAC = "drac-ile-de-france";
    private static final Pattern LINK = Pattern.compile("/avis/lien/([\\w-]{43})");
    private static final Pattern CODE = Pattern.compile("(?m)^\\s*(\\d{6})\\s*$");

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Opinions opinions;
    @Autowired Inboxes inboxes;
    @Autowired Offices offices;
    @Autowired Accounts accounts;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account caseworker;
    Dossier dossier;
    Consultation asked;
    String address;
    Mailbox mailbox;

    @BeforeEach
    void asked() {
        clock.set(SettableClock.START);
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.inExamination(requests.someone("employeur"), caseworker);
        asked =
                ((Consulting.Asked)
                                opinions.ask(
                                        dossier.id(),
                                        new Ask("drac", "artist-contract", DRAC, "", null),
                                        caseworker))
                        .consultation();
        address = offices.office(DRAC).orElseThrow().email();
        mailbox = Mailbox.open(sender);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void a_link_with_its_code_gives_one_opinion_without_any_account() {
        String token = link();
        assertThat(body(get(token, null)))
                .as("before the code it tells nothing")
                .contains("Recevoir le code")
                .doesNotContain(dossier.reference().value(), address);
        Cookie key = enter(token);
        assertThat(body(get(token, key)))
                .contains(dossier.reference().value(), "Vos prénom, nom et qualité")
                .doesNotContain("Je m’en occupe", "Délai supplémentaire");

        MvcTestResult unsigned = answer(token, key, "");
        assertThat(unsigned).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(body(unsigned)).contains("href=\"#author\"", "Écrivez vos prénom, nom");
        MvcTestResult given = answer(token, key, "Jeanne Morin, conseillère théâtre");
        assertThat(body(given)).contains("Votre avis est enregistré");
        assertThat(given).hasStatusOk();
        assertThat(opinions.of(dossier.id()).getFirst().opinion())
                .isInstanceOfSatisfying(
                        Given.class,
                        it -> {
                            assertThat(it.by()).isNull();
                            assertThat(it.author()).isEqualTo("Jeanne Morin, conseillère théâtre");
                        });
        assertThat(accounts.byEmail(address)).as("never an account by a link alone").isEmpty();
        assertThat(acts()).contains("MAKE_LINK", "SEE_PART", "GIVE_OPINION");

        assertDead(get(token, key));
        assertDead(answer(token, key, "Jeanne Morin, conseillère théâtre"));
    }

    @Test
    void used_revoked_expired_replaced_and_unknown_links_are_told_apart_by_nothing() {
        String revoked = link();
        Cookie key = enter(revoked);
        assertThat(desk("/lien/fin")).hasStatus(HttpStatus.SEE_OTHER);
        String told = body(get(revoked, key));
        assertDead(get(revoked, key));
        String replaced = link();
        String expired = link();
        assertThat(body(get(replaced, null)).replace(replaced, revoked)).isEqualTo(told);
        assertDead(get("x".repeat(43), null));

        clock.advance(Duration.ofDays(31));
        assertThat(body(get(expired, null)).replace(expired, revoked)).isEqualTo(told);
        assertDead(post(expired, "/code", null));
    }

    @Test
    void a_wrong_code_opens_nothing_and_another_browser_takes_the_link_over_by_its_own_code() {
        String token = link();
        post(token, "/code", null);
        for (int i = 0; i < 4; i++) {
            assertThat(post(token, "/entree", null, "code", "x"))
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        }
        assertThat(body(post(token, "/entree", null, "code", "x")))
                .as("the last try")
                .contains("Recevoir le code");
        assertThat(post(token, "/entree", null, "code", code()))
                .as("the code is dead")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);

        Cookie first = enter(token);
        Cookie second = enter(token);
        assertThat(body(get(token, second))).contains(dossier.reference().value());
        assertThat(body(get(token, first)))
                .doesNotContain(dossier.reference().value())
                .contains("Recevoir le code");
        assertDead(answer(token, first, "Un autre"));
        assertThat(opinions.of(dossier.id()).getFirst().pending()).isTrue();
    }

    @Test
    void a_link_opens_nothing_once_a_member_has_answered_or_it_is_asked_no_more() {
        String token = link();
        Cookie key = enter(token);
        Account member = requests.staff("member", new Scope("office", DRAC));
        inboxes.answer(asked.id(), new Reply(Verdict.NONE, "Rien", answers(), List.of()), member);
        MvcTestResult late = answer(token, key, "Jeanne Morin, conseillère théâtre");

        assertThat(late).hasStatus(HttpStatus.CONFLICT);
        assertThat(body(late)).contains("L’avis de votre service est déjà rendu", "Sans réserve.");
        assertDead(get(token, null));
        assertThat(body(desk("/lien", false))).contains("Cet avis est rendu");
        assertThat(opinions.of(dossier.id())).hasSize(1);
    }

    @Test
    void only_the_office_that_asks_makes_a_link_and_codes_are_limited() {
        String token = link();
        for (int i = 0; i < 5; i++) {
            assertThat(post(token, "/code", null)).hasStatusOk();
        }
        assertThat(post(token, "/code", null)).hasStatus(HttpStatus.TOO_MANY_REQUESTS);
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-69"));
        assertThat(
                        mvc.post()
                                .uri(at("/lien"))
                                .with(SignedIn.as(elsewhere))
                                .with(SecurityMockMvcRequestPostProcessors.csrf())
                                .exchange())
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(desk("/lien", false))).contains(address, "valable jusqu’au 23 décembre");
    }

    private static Map<String, String> answers() {
        return Map.of("licence", "valid", "professional", "yes");
    }

    private void assertDead(MvcTestResult result) {
        assertThat(result).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(body(result)).contains("Ce lien n’ouvre rien");
    }

    private String link() {
        assertThat(desk("/lien")).hasStatus(HttpStatus.SEE_OTHER);
        queue.runDue();
        Matcher link = LINK.matcher(mailbox.to(address).getLast().text());
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Cookie enter(String token) {
        assertThat(post(token, "/code", null)).hasStatusOk();
        MvcTestResult entered = post(token, "/entree", null, "code", code());
        assertThat(entered).hasStatus(HttpStatus.SEE_OTHER);
        return java.util.Objects.requireNonNull(entered.getResponse().getCookie("wif-pass"));
    }

    private String code() {
        queue.runDue();
        Matcher code = CODE.matcher(mailbox.to(address).getLast().text());
        assertThat(code.find()).isTrue();
        return code.group(1);
    }

    private String at(String more) {
        return "/instruction/dossiers/" + dossier.reference() + "/avis/" + asked.number() + more;
    }

    private MvcTestResult desk(String more) {
        return desk(more, true);
    }

    private MvcTestResult desk(String more, boolean form) {
        return (form
                        ? mvc.post().uri(at(more)).with(SecurityMockMvcRequestPostProcessors.csrf())
                        : mvc.get().uri(at(more)))
                .with(SignedIn.as(caseworker))
                .exchange();
    }

    private MvcTestResult get(String token, @Nullable Cookie key) {
        var request = mvc.get().uri("/avis/lien/" + token);
        return (key == null ? request : request.cookie(key)).exchange();
    }

    private MvcTestResult answer(String token, Cookie key, String author) {
        return post(
                token,
                "/reponse",
                key,
                "verdict",
                "FAVOURABLE",
                "reasons",
                "Sans réserve.",
                "q-licence",
                "valid",
                "q-professional",
                "yes",
                "author",
                author);
    }

    private MvcTestResult post(String token, String to, @Nullable Cookie key, String... form) {
        var request =
                mvc.post()
                        .uri("/avis/lien/" + token + to)
                        .with(
                                from -> {
                                    from.setRemoteAddr(UUID.randomUUID().toString());
                                    return from;
                                })
                        .with(SecurityMockMvcRequestPostProcessors.csrf());
        if (key != null) {
            request.cookie(key);
        }
        for (int i = 0; i < form.length; i += 2) {
            request.param(form[i], form[i + 1]);
        }
        return request.exchange();
    }

    private List<String> acts() {
        return journal.of(dossier.id().subject()).stream().map(Entry::act).toList();
    }
}
