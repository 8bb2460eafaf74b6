package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

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
        for (String language : new String[] {"fr", "en"}) {
            String prefix = language.equals("en") ? "/en" : "";
            var result = mvc.get().uri(prefix + path).exchange();
            assertThat(result).as(prefix + path).hasStatusOk();
            assertThat(result)
                    .bodyText()
                    .contains("<html lang=\"" + language + "\"")
                    .contains("href=\"#contenu\"")
                    .contains("/accessibilite\"")
                    .containsOnlyOnce("<h1")
                    .doesNotContain(" style=\"")
                    .doesNotContainPattern("<script(?! type=\"(module\" src=|application/ld))")
                    .doesNotContain(" onclick=");
        }
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
                .contains("email-error")
                .contains("pas une adresse");
    }
}
