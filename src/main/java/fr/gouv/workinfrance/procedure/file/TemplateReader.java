package fr.gouv.workinfrance.procedure.file;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Template;
import fr.gouv.workinfrance.procedure.Words;

import org.yaml.snakeyaml.nodes.Node;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;

/// Reads the library of messages that the office often writes.
final class TemplateReader {
    private final Mistakes mistakes;

    TemplateReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<Template> read(Mapping file) {
        Set<String> ids = new HashSet<>();
        List<Template> templates = new ArrayList<>();
        for (Mapping item : file.neededMappings("messages")) {
            String id = item.text("id");
            if (!ids.add(id)) {
                mistakes.at(item.at("id"), "there are two of id '" + id + "'");
            }
            templates.add(new Template(id, item.words("title"), words(item)));
            item.finish();
        }
        file.finish();
        return List.copyOf(templates);
    }

    private Words words(Mapping item) {
        Mapping said = item.mapping("words");
        for (Language language : Language.values()) {
            if (said.has(language.code())) {
                check(said.at(language.code()), said.text(language.code()));
            }
        }
        return item.words("words");
    }

    private void check(Node node, String text) {
        Template.PLACE
                .matcher(text)
                .results()
                .map(MatchResult::group)
                .map(place -> place.substring(1, place.length() - 1))
                .filter(name -> Template.Variable.of(name).isEmpty())
                .forEach(name -> mistakes.at(node, "'" + name + "' is no variable of a message"));
        if (Template.PLACE.matcher(text).replaceAll("").matches("(?s).*[{}].*")) {
            mistakes.at(node, "a brace is not closed, or not opened");
        }
    }
}
