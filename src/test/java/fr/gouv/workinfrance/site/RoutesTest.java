package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import static java.util.Objects.requireNonNull;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.site.Routes.Role;
import fr.gouv.workinfrance.site.Routes.Route;
import fr.gouv.workinfrance.site.Routes.Stage;

import org.assertj.core.api.SoftAssertions;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;
import org.springframework.web.servlet.handler.AbstractUrlHandlerMapping;
import org.springframework.web.servlet.mvc.method.RequestMappingInfoHandlerMapping;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/// Walks every route of the service as everyone who may come by it, and compares with [Routes].
@WifTest
class RoutesTest {

    @Autowired MockMvcTester mvc;
    @Autowired ApplicationContext house;
    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Examinations examinations;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final Map<Role, Account> people = new EnumMap<>(Role.class);
    private final Map<Stage, Dossier> prepared = new EnumMap<>(Stage.class);

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        for (Role role : List.of(Role.STRANGER, Role.EMPLOYER, Role.WORKER, Role.HOLDER)) {
            people.put(role, requests.someone(role.name()));
        }
        people.put(Role.CASEWORKER, requests.staff("caseworker", Requests.PREFECTURE));
        people.put(
                Role.ELSEWHERE, requests.staff("caseworker", new Scope("office", "prefecture-69")));
        people.put(Role.SIGNATORY, requests.staff("signatory", Requests.PREFECTURE));
        people.put(Role.COUNTER, requests.staff("counter", Requests.PREFECTURE));
        people.put(Role.HEAD, requests.staff("head", Requests.PREFECTURE));
        people.put(Role.ADMINISTRATOR, requests.staff("administrator", Scope.HOUSE));
        people.put(
                Role.MEMBER, requests.staff("member", new Scope("office", "urssaf-ile-de-france")));
    }

    @Test
    void every_route_of_the_service_is_in_the_table_and_the_table_invents_none() {
        Set<String> told = new TreeSet<>();
        Routes.TABLE.forEach(route -> told.add(route.pattern()));

        assertThat(told).containsExactlyInAnyOrderElementsOf(mapped());
    }

    @Test
    void everyone_gets_the_answer_of_the_table_and_who_may_not_leaves_no_trace() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : Routes.TABLE) {
            for (Role role : Role.values()) {
                Dossier dossier = dossier(route.stage());
                int before = entries(dossier);
                MvcTestResult result = ask(route, role, dossier, "", true);

                String what = route + " as " + role;
                all.assertThat(answer(result)).as(what).isEqualTo(route.answer(role));
                if (!route.granted(role)) {
                    all.assertThat(entries(dossier)).as(what + " writes").isEqualTo(before);
                } else if (!route.page()) {
                    prepared.remove(route.stage()); // the next one comes to a fresh one
                }
            }
        }
        all.assertAll();
    }

    @Test
    void a_page_in_another_language_opens_to_the_same_people() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : Routes.TABLE) {
            if (!route.page() || route.path("x").startsWith("/actuator")) {
                continue;
            }
            Dossier dossier = dossier(route.stage());
            String path = route.path(dossier.reference().value());
            for (Language language : LanguagePrefix.of(path)) {
                if (language == Language.FRENCH) {
                    continue;
                }
                // checks of an authorization are counted
                for (Role role :
                        path.startsWith("/verifier/")
                                ? List.of(Role.NOBODY)
                                : List.of(Role.NOBODY, Role.EMPLOYER)) {
                    all.assertThat(answer(ask(route, role, dossier, language.prefix(), true)))
                            .as(language + ", " + route + " as " + role)
                            .isEqualTo(route.answer(role));
                }
            }
        }
        all.assertAll();
    }

    @Test
    void a_form_that_comes_back_says_first_that_something_is_wrong() {
        Map<Language, String> said =
                Map.of(
                        Language.FRENCH, "<title>Erreur – ",
                        Language.ENGLISH, "<title>Error: ",
                        Language.SPANISH, "<title>Error: ");
        SoftAssertions all = new SoftAssertions();
        for (Route route : Routes.TABLE) {
            for (Role role : Role.values()) {
                if (!route.answer(role).equals("422")) {
                    continue;
                }
                Dossier dossier = dossier(route.stage());
                for (Language language :
                        LanguagePrefix.of(route.path(dossier.reference().value()))) {
                    MvcTestResult back = ask(route, role, dossier, language.prefix(), true);
                    all.check(
                            () ->
                                    assertThat(back)
                                            .as(language + ", " + route + " as " + role)
                                            .bodyText()
                                            .contains(said.get(language)));
                }
            }
        }
        all.assertAll();
    }

    @Test
    void a_form_without_its_token_does_nothing_for_anybody() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : Routes.TABLE) {
            if (route.page()) {
                continue;
            }
            Dossier dossier = dossier(route.stage());
            int before = entries(dossier);
            for (Role role : Role.values()) {
                all.assertThat(answer(ask(route, role, dossier, "", false)))
                        .as(route + " without a token as " + role)
                        .isEqualTo("403");
            }
            all.assertThat(entries(dossier)).as(route + " writes").isEqualTo(before);
        }
        all.assertAll();
    }

    @Test
    void only_the_headers_of_a_page_are_the_same_answer_and_no_page_takes_another_method() {
        SoftAssertions all = new SoftAssertions();
        for (Route route : Routes.TABLE) {
            Dossier dossier = dossier(route.stage());
            Role role = route.firstLetIn();
            String path = route.path(dossier.reference().value());
            if (route.page()) {
                all.assertThat(answer(ask(HttpMethod.HEAD, path, people.get(role))))
                        .as("HEAD of " + route)
                        .isEqualTo(route.answer(role));
            }
            if (route.ours()) {
                for (HttpMethod method : List.of(HttpMethod.PUT, HttpMethod.DELETE)) {
                    all.assertThat(answer(ask(method, path, people.get(role))))
                            .as(method + " on " + route)
                            .isEqualTo("405");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void nothing_of_the_demonstration_exists_outside_of_it() {
        assertThat(mapped()).noneMatch(route -> route.contains("/demo"));
        assertThat(house.getBeanDefinitionNames())
                .filteredOn(
                        name ->
                                requireNonNull(house.getType(name))
                                        .getName()
                                        .startsWith("fr.gouv.workinfrance.demo"))
                .isEmpty();
        for (Role role : Role.values()) {
            for (String path : List.of("/demo", "/demo/courriels", "/demo/employeur")) {
                assertThat(answer(ask(HttpMethod.GET, path, people.get(role)))).isEqualTo("404");
                assertThat(answer(ask(HttpMethod.POST, path, people.get(role)))).isEqualTo("404");
            }
        }
    }

    /// All that Spring would answer: our pages, actuator, assets; and what filters answer.
    private Set<String> mapped() {
        Set<String> routes = new TreeSet<>(Routes.OF_FILTERS);
        house.getBeansOfType(RequestMappingInfoHandlerMapping.class)
                .values()
                .forEach(
                        mapping ->
                                mapping.getHandlerMethods()
                                        .keySet()
                                        .forEach(
                                                info ->
                                                        routes.addAll(
                                                                Routes.patterns(
                                                                        info.getMethodsCondition()
                                                                                .getMethods(),
                                                                        info.getPatternValues(),
                                                                        info.getConsumesCondition()
                                                                                .getConsumableMediaTypes()))));
        house.getBeansOfType(AbstractUrlHandlerMapping.class)
                .values()
                .forEach(
                        mapping ->
                                mapping.getHandlerMap()
                                        .keySet()
                                        .forEach(pattern -> routes.add("GET " + pattern)));
        return routes;
    }

    private Dossier dossier(Stage stage) {
        return prepared.computeIfAbsent(stage, this::fresh);
    }

    private Dossier fresh(Stage stage) {
        Account employer = people.get(Role.EMPLOYER);
        Account caseworker = people.get(Role.CASEWORKER);
        Dossier dossier =
                switch (stage) {
                    case DRAFT -> requests.filled(employer);
                    case DEPOSITED -> requests.deposited(employer);
                    case COMPLETE -> requests.complete(employer, caseworker);
                    case EXAMINED -> requests.inExamination(employer, caseworker);
                    case PREPARED -> requests.prepared(employer, caseworker);
                    case DECIDED -> decided(requests.prepared(employer, caseworker));
                };
        requests.join(dossier.id(), Part.WORKER, people.get(Role.WORKER));
        requests.join(dossier.id(), Part.MANDATE_HOLDER, people.get(Role.HOLDER));
        queue.runDue();
        return dossiers.dossier(dossier.id());
    }

    private Dossier decided(Dossier dossier) {
        Account signatory = people.get(Role.SIGNATORY);
        requests.sign(dossier.id(), signatory);
        return dossier;
    }

    /// What the page would put in the form.
    private Map<String, String> known(Route route, Dossier dossier) {
        return Map.of(
                "caseworker",
                people.get(Role.CASEWORKER).id().toString(),
                "version",
                String.valueOf(dossier.version()),
                "hashes",
                route.names("hashes")
                        ? examinations.review(dossier.id(), people.get(Role.SIGNATORY)).hashes()
                        : "");
    }

    private int entries(Dossier dossier) {
        return journal.of(dossier.id().subject()).size();
    }

    private MvcTestResult ask(
            Route route, Role role, Dossier dossier, String prefix, boolean token) {
        var request =
                mvc.method(route.method())
                        .uri(prefix + route.path(dossier.reference().value()))
                        // limits count by address
                        .with(
                                from -> {
                                    from.setRemoteAddr(UUID.randomUUID().toString());
                                    return from;
                                });
        if (token && !route.page()) {
            request.with(SecurityMockMvcRequestPostProcessors.csrf());
        }
        Account account = people.get(role);
        if (account != null) {
            request.with(SignedIn.as(account));
        }
        MediaType type = route.type();
        if (MediaType.MULTIPART_FORM_DATA.equals(type)) {
            var upload = request.multipart().file("file", Images.png());
            return upload.exchange();
        }
        if (type != null) {
            request.contentType(type).header("Upload-Offset", "0").content(Images.png());
        }
        route.form(known(route, dossier)).forEach(request::param);
        return request.exchange();
    }

    private MvcTestResult ask(HttpMethod method, String path, @Nullable Account account) {
        var request =
                mvc.method(method).uri(path).with(SecurityMockMvcRequestPostProcessors.csrf());
        if (account != null) {
            request.with(SignedIn.as(account));
        }
        return request.exchange();
    }

    /// A status, or `in` for one who is sent to the sign-in.
    private static String answer(MvcTestResult result) {
        var response = result.getResponse();
        String to = response.getHeader("Location");
        boolean signIn =
                to != null
                        && to.matches("(/en|/es)?/connexion([?].*)?")
                        && response.getStatus() < 400;
        return signIn ? "in" : String.valueOf(response.getStatus());
    }
}
