package fr.gouv.workinfrance.examination;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.LegalText;
import fr.gouv.workinfrance.procedure.Words;

import org.junit.jupiter.api.Test;

import java.net.URI;
import java.time.LocalDate;
import java.util.List;

class VisaTest {

    private static final String CODE = "code du travail, version en vigueur au 27 mars 2026";

    @Test
    void a_decision_cites_the_articles_of_a_code_together_and_each_once() {
        assertThat(
                        Visa.of(
                                List.of(
                                        text("L5221-5", CODE),
                                        text(
                                                "accord",
                                                "accord du 27 décembre 1968 ; pour les étudiants"),
                                        text("R5221-7", CODE),
                                        text("L5221-5", CODE))))
                .isEqualTo("code du travail (L5221-5, R5221-7) ; accord du 27 décembre 1968");
    }

    private static LegalText text(String article, String title) {
        return new LegalText(
                article,
                article,
                new Words(title, title),
                URI.create("https://exemple.fr"),
                LocalDate.EPOCH,
                null,
                null,
                null,
                true);
    }
}
