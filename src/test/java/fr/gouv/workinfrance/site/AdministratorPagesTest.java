package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.need.Row;
import fr.gouv.workinfrance.procedure.review.Text;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What who keeps the catalogue reads, of the catalogue as it stands.
@WifTest
class AdministratorPagesTest {

    private static final Pattern LINK = Pattern.compile("href=\"(?:/en)?(/administration[^\"]*)\"");
    private static final String HERE = "/administration/demarches/" + Requests.PROCEDURE;

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Procedures procedures;
    @Autowired SettableClock clock;

    Account administrator;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        administrator = requests.staff("administrator", Scope.HOUSE);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "/en"})
    void every_page_of_the_catalogue_says_what_it_has_to_in_both_languages(String language) {
        SoftAssertions all = new SoftAssertions();
        for (String page : pages()) {
            all.assertThat(get(language + page).getResponse().getStatus())
                    .as(language + page)
                    .isEqualTo(200);
        }
        all.assertAll();
    }

    @Test
    void every_link_to_a_clause_leads_to_where_it_stands() {
        SoftAssertions all = new SoftAssertions();
        for (String from : List.of("/administration/catalogue", text("L5221-5"))) {
            Matcher links = LINK.matcher(read(from));
            while (links.find()) {
                String[] to = links.group(1).replace("&amp;", "&").split("#");
                String page = read(to[0]);
                if (to.length == 2) {
                    all.assertThat(page)
                            .as("%s, from %s", links.group(1), from)
                            .contains("id=\"" + to[1] + "\"");
                }
            }
        }
        all.assertAll();
    }

    @Test
    void a_text_is_told_with_each_statement_that_cites_it() {
        Version newest =
                procedures.procedure(Requests.PROCEDURE).orElseThrow().versions().getLast();

        String page = read(text("R5221-7"));

        newest.statements().stream()
                .filter(
                        statement ->
                                statement.law().stream()
                                        .anyMatch(source -> source.text().key().equals("R5221-7")))
                .forEach(
                        statement ->
                                assertThat(page)
                                        .contains(HERE + "/versions/" + newest.number() + "#"));
        assertThat(page).contains("Où ce texte est utilisé");
    }

    @Test
    void a_text_is_told_with_the_answers_on_the_need_that_rest_on_it() {
        Row row = procedures.need().rows().getFirst();

        assertThat(
                        read(
                                "/administration/catalogue/textes/"
                                        + Text.slug(row.law().getFirst().text())))
                .contains("<code>" + row.id() + "</code>");
    }

    @Test
    void what_was_read_long_ago_is_told_to_be_read_again() {
        assertThat(read("/administration/catalogue"))
                .doesNotContain("lu il y a plus d’un an</span>");

        clock.set(SettableClock.START.plus(Duration.ofDays(3 * 365)));

        assertThat(read("/administration/catalogue")).contains("lu il y a plus d’un an</span>");
    }

    @Test
    void a_period_that_is_not_encoded_is_told_with_its_reason() {
        Procedure procedure = procedures.procedure(Requests.PROCEDURE).orElseThrow();

        assertThat(procedure.notEncoded())
                .isNotEmpty()
                .allSatisfy(gap -> assertThat(read(HERE)).contains(gap.reason().fr()));
    }

    @Test
    void what_is_not_in_the_catalogue_has_no_page() {
        for (String path :
                List.of(
                        "/administration/demarches/rien",
                        HERE + "/versions/1999",
                        HERE + "/comparer?de=1999",
                        HERE + "/comparer?avec=1999",
                        "/administration/catalogue/textes/rien")) {
            assertThat(get(path)).as(path).hasStatus(HttpStatus.NOT_FOUND);
        }
    }

    @Test
    void the_menu_leads_there_for_administrators_alone() {
        assertThat(read("/")).contains("href=\"/administration\"");
        assertThat(mvc.get().uri("/").with(SignedIn.as(requests.someone("employeur"))))
                .bodyText()
                .doesNotContain("/administration");
    }

    private List<String> pages() {
        List<String> pages =
                new ArrayList<>(
                        List.of(
                                "/administration",
                                "/administration/catalogue",
                                "/administration/catalogue/textes"));
        for (LegalText text : procedures.corpus().texts()) {
            pages.add("/administration/catalogue/textes/" + Text.slug(text));
        }
        for (Procedure procedure : procedures.all()) {
            String at = "/administration/demarches/" + procedure.id();
            pages.add(at);
            pages.add(at + "/comparer");
            for (Version version : procedure.versions()) {
                pages.add(at + "/versions/" + version.number());
                pages.add(
                        at
                                + "/comparer?de="
                                + version.number()
                                + "&avec="
                                + procedure.versions().getLast().number());
            }
        }
        return pages;
    }

    private static String text(String key) {
        return "/administration/catalogue/textes/" + key.toLowerCase(Locale.ROOT);
    }

    private String read(String path) {
        return new String(get(path).getResponse().getContentAsByteArray(), StandardCharsets.UTF_8);
    }

    private MvcTestResult get(String path) {
        return mvc.get().uri(path).with(SignedIn.as(administrator)).exchange();
    }
}
