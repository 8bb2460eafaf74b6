package fr.gouv.workinfrance.deed;

import gg.jte.Content;
import gg.jte.ContentType;
import gg.jte.TemplateEngine;

import org.springframework.context.support.ReloadableResourceBundleMessageSource;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Documents to be judged: they use every piece of `deed/`.
final class Samples {
    static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");
    static final TemplateEngine TEMPLATES =
            TemplateEngine.createPrecompiled(
                    null, ContentType.Html, null, "gg.jte.generated.precompiled");
    static final DeedSettings SEAL =
            TestSeals.valid(NOW.minus(Duration.ofDays(1)), NOW.plus(Duration.ofDays(400)));

    private Samples() {}

    static Deeds deeds(DeedSettings settings, String brand, Instant now) {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return new Deeds(TEMPLATES, words, Clock.fixed(now, ZoneOffset.UTC), settings, brand);
    }

    /// A document that uses every piece of `deed/`.
    static Rendered sample(Deeds deeds) {
        return render(
                deeds,
                "Autorisation de travail",
                out -> {
                    content("Ɓalarabe Ɖɔ Nguyễn Thị Ánh Tuyết").writeTo(out);
                    piece(
                                    "signature",
                                    Map.of(
                                            "sheet",
                                                    new Sheet(
                                                            "",
                                                            Locale.FRENCH,
                                                            false,
                                                            deeds.seal(),
                                                            words()),
                                            "givenName", "Hélène",
                                            "surname", "Martin",
                                            "capacity",
                                                    "Cheffe du service de la main-d’œuvre"
                                                            + " étrangère",
                                            "service", "Préfecture de Paris",
                                            "dated", "Fait à Paris, le 23 novembre 2026"))
                            .writeTo(out);
                });
    }

    static ReloadableResourceBundleMessageSource words() {
        var words = new ReloadableResourceBundleMessageSource();
        words.setBasename("classpath:messages");
        words.setDefaultEncoding("UTF-8");
        return words;
    }

    static Content content(String name) {
        return out -> {
            piece(
                            "section",
                            Map.of(
                                    "title",
                                    "Salarié",
                                    "content",
                                    piece(
                                            "facts",
                                            Map.of(
                                                    "facts",
                                                    List.of(
                                                            new Fact("Nom et prénoms", name),
                                                            new Fact(
                                                                    "Nom en arabe",
                                                                    "محمد عبد الله"),
                                                            new Fact(
                                                                    "Autres",
                                                                    "Łukasz Żółć, Иван Петров"),
                                                            new Fact("Né le", "12 mars 2001"),
                                                            new Fact(
                                                                    "Nationalité",
                                                                    "tunisienne"))))))
                    .writeTo(out);
            piece(
                            "section",
                            Map.of(
                                    "title",
                                    "Emploi autorisé",
                                    "content",
                                    piece(
                                            "facts",
                                            Map.of(
                                                    "facts",
                                                    List.of(
                                                            new Fact(
                                                                    "Employeur",
                                                                    "Boulangerie Ben Saïd et fils"
                                                                            + " (SIRET 552 100 554"
                                                                            + " 00013)"),
                                                            new Fact(
                                                                    "Lieu de travail",
                                                                    "12 rue de la République, 75011"
                                                                            + " Paris"),
                                                            new Fact(
                                                                    "Métier et nature du contrat de"
                                                                            + " travail",
                                                                    "Boulanger, contrat de"
                                                                        + " professionnalisation"),
                                                            new Fact(
                                                                    "Période",
                                                                    "du 1er décembre 2026 au 30"
                                                                            + " novembre 2027"),
                                                            new Fact(
                                                                    "Durée du travail",
                                                                    "35 heures par semaine"))))))
                    .writeTo(out);
            piece(
                            "notice",
                            Map.of(
                                    "title",
                                    "Ce document vaut autorisation de travail",
                                    "content",
                                    (Content)
                                            o ->
                                                    o.writeContent(
                                                            "<p>Il doit être présenté à toute"
                                                                + " demande de l’inspection du"
                                                                + " travail (article R. 5221-1 du"
                                                                + " code du travail).</p>")))
                    .writeTo(out);
            piece(
                            "qr",
                            Map.of(
                                    "image",
                                    Deeds.qr(
                                            "https://exemple.gouv.fr/verifier?code=ABCDEFGHJKMNPQRSTVWXYZ2345"),
                                    "alt",
                                    "Code QR menant à la page de vérification, code ABCD",
                                    "content",
                                    (Content)
                                            o ->
                                                    o.writeContent(
                                                            "<p>Vérifiez cette autorisation en"
                                                                + " scannant ce code, ou à"
                                                                + " l’adresse"
                                                                + " exemple.gouv.fr/verifier avec"
                                                                + " le code :</p><p"
                                                                + " class=\"code\">ABCD-EFGH-JKMN-PQRS-TVWX-YZ23-45</p>")))
                    .writeTo(out);
        };
    }

    static Content piece(String name, Map<String, Object> model) {
        return out -> TEMPLATES.render("deed/" + name + ".jte", model, out);
    }

    static Rendered render(Deeds deeds, String title, Content content) {
        return deeds.render(
                "layout",
                Map.of(
                        "issuer",
                        List.of(
                                "Préfecture de Paris",
                                "Service de la main-d’œuvre étrangère",
                                "36 rue des Morillons, 75015 Paris"),
                        "reference",
                        "AT-7K4M-9QXR-3",
                        "dated",
                        "Paris, le 23 novembre 2026",
                        "content",
                        content),
                Locale.FRENCH,
                title);
    }
}
