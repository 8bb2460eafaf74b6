package fr.gouv.workinfrance.site.visitor;

import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.procedure.Filer;
import fr.gouv.workinfrance.procedure.Piece;
import fr.gouv.workinfrance.procedure.Procedure;
import fr.gouv.workinfrance.procedure.Version;

import tools.jackson.databind.json.JsonMapper;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What search engines and the directories of the administration read of a procedure, in the words
/// of schema.org (JSON-LD).
final class StructuredView {

    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final ProcedureView view;
    private final Locale locale;
    private final String url;

    private StructuredView(ProcedureView view, Locale locale, String url) {
        this.view = view;
        this.locale = locale;
        this.url = url;
    }

    /// The data as a script holds them: nothing in them can end it.
    ///
    /// @param url of the page, in its language
    static String of(ProcedureView view, Locale locale, String url) {
        return JSON.writeValueAsString(new StructuredView(view, locale, url).graph())
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("&", "\\u0026");
    }

    private Map<String, Object> graph() {
        List<Map<String, Object>> nodes = new ArrayList<>(List.of(page(), service()));
        if (view.version() != null) {
            nodes.add(howTo(view.version()));
        }
        return of("@context", "https://schema.org", "@graph", nodes);
    }

    private Map<String, Object> page() {
        Map<String, Object> page =
                of(
                        "@type",
                        "WebPage",
                        "@id",
                        url,
                        "url",
                        url,
                        "name",
                        name(),
                        "inLanguage",
                        locale.getLanguage(),
                        "mainEntity",
                        of("@id", url + "#service"));
        view.checkedOn().map(LocalDate::toString).ifPresent(day -> page.put("lastReviewed", day));
        return page;
    }

    private Map<String, Object> service() {
        Procedure procedure = view.procedure();
        Map<String, Object> service =
                of(
                        "@type",
                        "GovernmentService",
                        "@id",
                        url + "#service",
                        "name",
                        name(),
                        "description",
                        procedure.purpose().in(locale),
                        "url",
                        url,
                        "areaServed",
                        of("@type", "Country", "name", "France"),
                        "availableChannel",
                        of(
                                "@type",
                                "ServiceChannel",
                                "serviceUrl",
                                url,
                                "availableLanguage",
                                Arrays.stream(Language.values()).map(Language::code).toList()));
        if (view.version() != null) {
            service.put("audience", view.version().filers().stream().map(this::audience).toList());
        }
        return service;
    }

    private Map<String, Object> audience(Filer filer) {
        return of("@type", "Audience", "audienceType", filer.statement().words().in(locale));
    }

    private Map<String, Object> howTo(Version version) {
        return of(
                "@type",
                "HowTo",
                "@id",
                url + "#how",
                "name",
                name(),
                "supply",
                version.pieces().stream().map(this::supply).toList(),
                "step",
                version.sections().stream()
                        .map(
                                section ->
                                        of(
                                                "@type",
                                                "HowToStep",
                                                "name",
                                                section.title().in(locale)))
                        .toList());
    }

    private Map<String, Object> supply(Piece piece) {
        return of("@type", "HowToSupply", "name", piece.name().in(locale));
    }

    private String name() {
        return view.procedure().name().in(locale);
    }

    /// A mapping that keeps its order.
    private static Map<String, Object> of(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int at = 0; at < pairs.length; at += 2) {
            map.put((String) pairs[at], pairs[at + 1]);
        }
        return map;
    }
}
