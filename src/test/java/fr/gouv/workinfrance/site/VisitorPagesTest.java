package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.language.Language;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

import java.util.regex.Pattern;

@WifTest
class VisitorPagesTest {

    @Autowired MockMvcTester mvc;

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/demarches",
                "/demarches/etudiant-professionnalisation",
                "/demarches/etudiant-professionnalisation/a-preparer",
                "/demarches/verifier-mon-besoin",
                "/demarches/verifier-mon-besoin?nationality=IT",
                "/connexion",
                "/verifier",
                "/aide",
                "/contact",
                "/accessibilite",
                "/mentions-legales",
                "/donnees-personnelles",
                "/conditions-d-utilisation",
                "/plan-du-site",
                "/etat-du-service"
            })
    void a_page_has_one_title_its_language_its_skip_links_and_nothing_inline(String path) {
        for (Language language : Language.values()) {
            String prefix = language.prefix();
            var result = mvc.get().uri(prefix + path).exchange();
            assertThat(result).as(prefix + path).hasStatusOk();
            assertThat(result)
                    .bodyText()
                    .contains("<html lang=\"" + language.code() + "\" dir=\"ltr\"")
                    .satisfies(page -> tells_its_languages(page, language, path))
                    .contains("href=\"#contenu\"")
                    .contains("/accessibilite\"")
                    .containsOnlyOnce("<h1")
                    .doesNotContain(" style=\"")
                    .doesNotContainPattern("<script(?! type=\"(module\" src=|application/ld))")
                    .doesNotContain(" onclick=");
        }
    }

    /// A translation says in French that the French text binds.
    private static void tells_its_languages(String page, Language shown, String path) {
        for (Language language : Language.values()) {
            assertThat(page)
                    .containsPattern(
                            "<a class=\"fr-translate__language fr-nav__link\" href=\"%s\" hreflang=\"%s\" lang=\"%s\"%s>%s - %s</a>"
                                    .formatted(
                                            Pattern.quote(language.prefix() + path),
                                            language.code(),
                                            language.code(),
                                            language == shown ? " aria-current=\"true\"" : "",
                                            language.label(),
                                            language.endonym()));
        }
        String binds = "<p class=\"fr-footer__content-desc\" lang=\"fr\" dir=\"ltr\">";
        if (shown == Language.FRENCH) {
            assertThat(page).doesNotContain(binds);
        } else {
            assertThat(page)
                    .contains(
                            binds
                                    + "Cette page est une traduction. Seul le texte français fait"
                                    + " foi");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/instruction", "/signature?page=2", "/administration/textes"})
    void what_the_administration_reads_is_in_french_and_in_english_alone(String path) {
        assertThat(mvc.get().uri("/es" + path)).hasStatus(302).hasHeader("Location", path);
        assertThat(mvc.get().uri("/en" + path)).hasStatus(302);
        assertThat(mvc.get().uri("/es")).hasStatus(302).hasHeader("Location", "/es/");
        assertThat(mvc.get().uri("/esp/aide")).hasStatus(404);
    }

    @Test
    void what_does_not_exist_is_told_with_a_page_that_helps() {
        assertThat(mvc.get().uri("/demarches/rien"))
                .hasStatus(HttpStatus.NOT_FOUND)
                .bodyText()
                .contains("Cette page n’existe pas");
    }

    @Test
    void a_code_that_never_was_and_a_wrong_number_read_the_same() {
        assertThat(mvc.get().uri("/verifier/abcdefghijklmnopqrstuvwxyz"))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune autorisation ne correspond");
        assertThat(
                        mvc.post()
                                .uri("/verifier")
                                .with(SecurityMockMvcRequestPostProcessors.csrf())
                                .param("number", "K7QM-3XHD-9RTA")
                                .param("birth", "12/03/1999"))
                .hasStatusOk()
                .bodyText()
                .contains("Aucune autorisation ne correspond");
    }

    @Test
    void a_birth_date_that_cannot_be_read_is_kept_and_explained_beside_the_field() {
        assertThat(
                        mvc.post()
                                .uri("/verifier")
                                .with(SecurityMockMvcRequestPostProcessors.csrf())
                                .param("number", "K7QM-3XHD-9RTA")
                                .param("birth", "\"><script>"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("birth-error")
                .doesNotContain("\"><script>");
    }

    @Test
    void an_address_that_is_not_one_gets_no_code() {
        assertThat(
                        mvc.post()
                                .uri("/connexion")
                                .with(SecurityMockMvcRequestPostProcessors.csrf())
                                .param("email", "pas une adresse"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("<title>Erreur – Se connecter – Work in France</title>")
                .contains("email-error")
                .contains("pas une adresse");
    }
}
