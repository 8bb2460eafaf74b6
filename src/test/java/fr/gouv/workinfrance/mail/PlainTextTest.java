package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import org.junit.jupiter.api.Test;

class PlainTextTest {

    @Test
    void the_text_part_says_what_the_html_says() {
        var text =
                PlainText.of(
                        """
                        <html lang="fr"><head><title> Votre   code </title></head><body>
                          <h1>Votre code</h1>
                          <p>Bonjour &lt;Zoé&gt; &amp; <strong>vous</strong>,
                             deux lignes</p>
                          <ul><li>un</li><li>deux</li></ul>
                          <p><a href="https://x.fr/a?b=1&amp;c=2">Ouvrir</a> puis
                             <a href="https://x.fr">https://x.fr</a></p>
                          <hr/><p>fin<br/>vraiment</p>
                        </body></html>
                        """);

        assertThat(text.subject()).isEqualTo("Votre code");
        assertThat(text.body())
                .isEqualTo(
                        """
                        Votre code

                        Bonjour <Zoé> & vous, deux lignes

                        - un
                        - deux

                        Ouvrir : https://x.fr/a?b=1&c=2 puis https://x.fr

                        --

                        fin
                        vraiment\
                        """);
    }

    @Test
    void a_template_that_is_not_well_formed_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> PlainText.of("<html><body><p>open</body></html>"));
    }

    @Test
    void no_document_type_and_so_no_outside_entity_is_read() {
        assertThatIllegalArgumentException()
                .isThrownBy(
                        () ->
                                PlainText.of(
                                        """
                                        <!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/passwd">]>
                                        <html><head><title>&x;</title></head><body/></html>
                                        """));
    }
}
