package fr.gouv.workinfrance.mail;

import gg.jte.TemplateEngine;
import gg.jte.output.StringOutput;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

import java.util.HashMap;

/// Turns a letter's template and model into what is sent.
@Component
final class Composer {

    private final TemplateEngine templates;
    private final MessageSource messages;
    private final String baseUrl;

    Composer(
            TemplateEngine templates,
            MessageSource messages,
            @Value("${wif.base-url}") String baseUrl) {
        this.templates = templates;
        this.messages = messages;
        this.baseUrl = baseUrl;
    }

    Composed compose(Letter letter) {
        var model = new HashMap<>(letter.model());
        model.put("words", new Wording(messages, letter.language(), baseUrl));
        var xhtml = new StringOutput();
        templates.render("mail/" + letter.template() + ".jte", model, xhtml);
        return Composed.of(
                letter.to(),
                letter.language().toLanguageTag(),
                xhtml.toString(),
                letter.enclosures());
    }
}
