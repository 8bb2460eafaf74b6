package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.demo.past.Step.Verb;
import fr.gouv.workinfrance.demo.past.Step.Who;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/// Reads the stories: `lives.yaml` says what happens, `companies.yaml` and `defaults.yaml` what is
/// answered by many, `requests-….yaml` who asks for what.
final class StoryFile {

    private static final String FOLDER = "classpath:demo/";

    /// What a request says, besides its answers in groups.
    private static final Set<String> KEYS =
            Set.of(
                    "id",
                    "procedure",
                    "life",
                    "opened",
                    "by",
                    "language",
                    "company",
                    "people",
                    "unavailable",
                    "extra",
                    "spoilt",
                    "refused",
                    "corrections",
                    "advised",
                    "rectified",
                    "words",
                    "answers",
                    "student",
                    "job");

    private final Map<String, Object> defaults = map(read("defaults.yaml"));
    private final Map<String, Object> companies = map(read("companies.yaml"));
    private final Map<String, Object> lives = map(read("lives.yaml"));
    private final Set<String> ids = new HashSet<>();

    private StoryFile() {}

    /// All of them, in the order in which they are written.
    ///
    /// @throws IllegalArgumentException naming the request that is not well written
    static List<Story> stories() {
        StoryFile file = new StoryFile();
        List<Story> stories = new ArrayList<>();
        try {
            for (Resource requests :
                    new PathMatchingResourcePatternResolver()
                            .getResources(FOLDER + "requests-*.yaml")) {
                for (Object request : list(read(requests))) {
                    stories.add(file.story(map(request)));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return stories;
    }

    private Story story(Map<String, Object> said) {
        String id = text(said, "id", "");
        try {
            if (!KEYS.containsAll(said.keySet())) {
                Set<String> unknown = new HashSet<>(said.keySet());
                unknown.removeAll(KEYS);
                throw new IllegalArgumentException("unknown: " + unknown);
            }
            if (!ids.add(id)) {
                throw new IllegalArgumentException("said twice");
            }
            String by = text(said, "by", "employer");
            Map<String, String> answers = texts(defaults.get("answers"));
            answers.putAll(texts(map(defaults.get("answers by")).get(by)));
            answers.putAll(texts(known(companies, said, "company")));
            for (String group : List.of("student", "job", "answers")) {
                answers.putAll(texts(said.get(group)));
            }
            Part filer = part(by);
            return new Story(
                    id,
                    text(said, "procedure", text(defaults, "procedure", "")),
                    filer,
                    text(said, "language", "fr"),
                    Integer.parseInt(text(said, "opened", "")),
                    people(said, filer, answers),
                    answers,
                    texts(said.get("unavailable")),
                    strings(said.get("extra")),
                    texts(said.get("spoilt")),
                    strings(said.get("refused")),
                    list(said.get("corrections")).stream()
                            .map(point -> Point.of(texts(point)))
                            .toList(),
                    texts(said.get("advised")),
                    said.containsKey("rectified") ? text(said, "rectified", "") : null,
                    words(texts(said.get("words"))),
                    strings(known(lives, said, "life")).stream().map(Step::of).toList());
        } catch (RuntimeException e) {
            throw new IllegalArgumentException("the request " + id + " of the demonstration", e);
        }
    }

    private Map<Who, String> people(
            Map<String, Object> said, Part filer, Map<String, String> answers) {
        Map<String, String> named = texts(defaults.get("people"));
        named.putAll(texts(said.get("people")));
        Map<Who, String> people = new EnumMap<>(Who.class);
        named.forEach((who, email) -> people.put(Who.valueOf(who.toUpperCase(Locale.ROOT)), email));
        people.put(Who.STUDENT, answers.getOrDefault("worker_email", ""));
        switch (filer) {
            case EMPLOYER -> people.put(Who.FILER, answers.getOrDefault("employer_email", ""));
            case WORKER -> people.put(Who.FILER, answers.getOrDefault("worker_email", ""));
            case MANDATE_HOLDER -> people.putIfAbsent(Who.FILER, "");
        }
        return people;
    }

    private static Object known(Map<String, Object> all, Map<String, Object> said, String key) {
        Object known = all.get(text(said, key, ""));
        if (known == null) {
            throw new IllegalArgumentException("no such " + key);
        }
        return known;
    }

    private static Part part(String by) {
        return switch (by) {
            case "employer" -> Part.EMPLOYER;
            case "student" -> Part.WORKER;
            case "mandate holder" -> Part.MANDATE_HOLDER;
            default -> throw new IllegalArgumentException("by " + by);
        };
    }

    private static Map<Verb, String> words(Map<String, String> said) {
        Map<Verb, String> words = new EnumMap<>(Verb.class);
        said.forEach(
                (verb, word) ->
                        words.put(
                                Verb.valueOf(verb.toUpperCase(Locale.ROOT).replace('-', '_')),
                                word));
        return words;
    }

    // ---- YAML, in which every scalar is text: 01/02, non and 75011 are what somebody types

    private static Object read(String file) {
        return read(new PathMatchingResourcePatternResolver().getResource(FOLDER + file));
    }

    private static Object read(Resource file) {
        LoaderOptions options = new LoaderOptions();
        DumperOptions unused = new DumperOptions();
        Resolver texts =
                new Resolver() {
                    @Override
                    protected void addImplicitResolvers() {
                        // none
                    }
                };
        try {
            return new Yaml(
                            new SafeConstructor(options),
                            new Representer(unused),
                            unused,
                            options,
                            texts)
                    .load(file.getContentAsString(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String text(Map<String, Object> from, String key, String otherwise) {
        Object value = from.get(key);
        return value == null ? otherwise : value.toString();
    }

    private static Map<String, String> texts(@Nullable Object value) {
        Map<String, String> texts = new HashMap<>();
        map(value).forEach((key, text) -> texts.put(key, text.toString()));
        return texts;
    }

    private static List<String> strings(@Nullable Object value) {
        return list(value).stream().map(Object::toString).toList();
    }

    private static Map<String, Object> map(@Nullable Object value) {
        Map<String, Object> map = new HashMap<>();
        if (value != null) {
            ((Map<?, ?>) value).forEach((key, each) -> map.put(key.toString(), each));
        }
        return map;
    }

    private static List<?> list(@Nullable Object value) {
        return value == null ? List.of() : (List<?>) value;
    }
}
