package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.need.Need;
import fr.gouv.workinfrance.procedure.need.Outcome;
import fr.gouv.workinfrance.procedure.need.Question;
import fr.gouv.workinfrance.procedure.need.Reply;
import fr.gouv.workinfrance.procedure.need.Step;
import fr.gouv.workinfrance.procedure.need.Walk;
import fr.gouv.workinfrance.site.Shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The questions as a page shows them, and the addresses of those around it.
///
/// @param walk the way taken so far
/// @param kept what was answered, by question: an answer that is not asked for stays with those
///   that are, until the end is reached, so that changing one loses none
/// @param typed what was typed to the question of this page
public record NeedView(Walk walk, Map<String, String> kept, String typed) {

    static final String PATH = "/demarches/verifier-mon-besoin";

    static NeedView of(Need need, Map<String, List<String>> sent, LocalDate today, Locale locale) {
        Map<String, String> typed = new LinkedHashMap<>();
        for (Question question : need.questions()) {
            List<String> values = sent.get(question.id());
            if (values != null && !values.isEmpty()) {
                typed.put(question.id(), values.getLast());
            }
        }
        Walk walk = need.walk(typed, today, locale);
        Map<String, String> kept = new LinkedHashMap<>(typed);
        String here = "";
        switch (walk.step()) {
            case Step.Ask(Question question) -> {
                String removed = kept.remove(question.id());
                here = removed == null ? "" : removed;
                kept.values().removeIf(String::isBlank);
            }
            case Step.Answer _ ->
                    kept.keySet()
                            .retainAll(
                                    walk.replies().stream()
                                            .map(reply -> reply.question().id())
                                            .toList());
        }
        return new NeedView(walk, kept, here);
    }

    /// Whether what was sent is what this page keeps: nothing blank, nothing twice, and no answer
    /// that does not count.
    boolean addressed(Need need, Map<String, List<String>> sent) {
        return need.questions().stream()
                .map(Question::id)
                .allMatch(
                        id ->
                                sent.getOrDefault(id, List.of())
                                        .equals(
                                                Optional.ofNullable(kept.get(id)).stream()
                                                        .toList()));
    }

    /// The address of this page.
    public String address() {
        return address(kept);
    }

    /// The address of the question that was answered before this page; empty for the first page.
    public String back() {
        return walk.replies().isEmpty() ? "" : change(walk.replies().getLast());
    }

    /// The address where one answers a question again, the other answers being kept.
    public String change(Reply reply) {
        Map<String, String> others = new LinkedHashMap<>(kept);
        others.remove(reply.question().id());
        return address(others);
    }

    /// The address of the sign-in that comes back here.
    public String signIn() {
        return "/connexion?retour=" + encoded(address());
    }

    private static String address(Map<String, String> answers) {
        return answers.entrySet().stream()
                .map(one -> encoded(one.getKey()) + "=" + encoded(one.getValue()))
                .collect(Collectors.joining("&", answers.isEmpty() ? PATH : PATH + "?", ""));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    /// The question of this page.
    public Question question() {
        return ((Step.Ask) walk.step()).question();
    }

    public boolean radios() {
        return question().type() instanceof FieldType.Choice
                || question().type() instanceof FieldType.YesNo;
    }

    public boolean list() {
        return question().type() instanceof FieldType.CountryCode;
    }

    /// Whether this option was chosen.
    public boolean chosen(String option) {
        return option.equals(typed);
    }

    public String hint(Shell shell) {
        var hint = question().hint();
        return hint == null ? "" : shell.say(hint);
    }

    /// What is wrong with what was typed, and how to mend it; empty when nothing is.
    public String error(Shell shell) {
        return switch (walk.trouble()) {
            case null -> "";
            case Parsed.Wrong(String key, List<Object> args)
                    when !(question().type() instanceof FieldType.Hours) ->
                    shell.say(key, args.toArray());
            case Parsed.Wrong _ -> shell.lookup("site.need.hours");
            case Parsed.Blank _, Parsed.Value _ ->
                    shell.lookup(radios() || list() ? "site.need.choose" : "site.need.write");
        };
    }

    /// The countries in the order of the alphabet of the reader.
    public List<Option> options(Shell shell) {
        return shell.sorted(question().type().options());
    }

    /// How an outcome is coloured.
    public static String badge(Outcome outcome) {
        return switch (outcome) {
            case Outcome.None _ -> "fr-badge--success";
            case Outcome.Declaration _, Outcome.Request _ -> "fr-badge--info";
            case Outcome.Elsewhere _ -> "fr-badge--warning";
        };
    }

    /// The words of an outcome: `none`, `declaration`, `request`, `elsewhere`.
    public static String kind(Outcome outcome) {
        return outcome.getClass().getSimpleName().toLowerCase(Locale.ROOT);
    }
}
