package fr.gouv.workinfrance.examination.worklist;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.dossier.IndexCard;
import fr.gouv.workinfrance.examination.worklist.Filter.Days;
import fr.gouv.workinfrance.examination.worklist.Filter.Wanted;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.procedure.Known;

import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Date;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What a filter is in SQL: its conditions on a line `d` of an office `o`, and their values.
final class FilterTable {

    /// As the index of what is open has it.
    static final String OPEN =
            "d.stage in ('SUBMITTED', 'COMPLETE', 'IN_EXAMINATION', 'AWAITING_SIGNATURE')";

    private static final Map<View, String> VIEWS =
            Map.ofEntries(
                    Map.entry(View.OPEN, OPEN),
                    Map.entry(View.NEW, OPEN + " and d.stage = 'SUBMITTED'"),
                    Map.entry(View.MINE, OPEN + " and d.assignee = any(:mine)"),
                    Map.entry(View.NOBODY, OPEN + " and d.assignee is null"),
                    Map.entry(View.WAITING, OPEN + " and d.answer_by is not null"),
                    Map.entry(View.CONSULTING, OPEN + " and d.awaits_opinion"),
                    Map.entry(View.AT_RISK, OPEN + " and d.due <= o.risk"),
                    Map.entry(View.UNREAD, "d.unread_messages"),
                    Map.entry(
                            View.TO_SIGN, "(d.stage = 'AWAITING_SIGNATURE' or d.revision_to_sign)"),
                    Map.entry(View.ENDED, "d.ended_at >= :endedSince"),
                    Map.entry(View.ALL, "true"));

    /// What a SIRET begins with is told by bounds: a plan that is kept for any text has no index
    /// for `like`.
    private static final String SIRET =
            "d.employer_siret ~>=~ :{siret} and d.employer_siret ~<~ :{siret}End";

    /// Each number has an index of its own, which an `or` would leave unused; and they are found
    /// before anything is joined, few as they are, whatever a plan that is kept expects.
    private static final String NUMBERS =
            """
            d.id = any (array (
                     select n.id from dossier.worklist n where n.reference = :reference
                     union all
                     select n.dossier from dossier.numbered n where n.number = :reference
                     union all
                     select d.id from dossier.worklist d where {siret}
                     union all
                     select n.id from dossier.worklist n
                      where n.office = any(:offices::text[]) and n.searched @> any(:numbers::text[]::jsonb[])))
            """
                    .replace("{siret}", SIRET.replace("{siret}", "siret"));

    private static final String LABELLED =
            "exists (select from examination.label l where l.dossier = d.id and l.label = :label)";

    /// Words that begin so, as the offices have them. An index reads at once all that a beginning
    /// stands for, in every office: it serves where the words would be too many to name. Where the
    /// beginning is so short that it stands for everybody, it is a word.
    private static final String WORDS =
            """
            dossier.words(d.search_text) @@ (
                select case when count(*) <= 64 then string_agg(quote_literal(n.word), ' | ')
                            when length(:{word}) < 3 then quote_literal(:{word})
                            else quote_literal(:{word}) || ':*' end::tsquery
                  from (select distinct s.word from dossier.spelt s
                         where s.office = any(:offices::text[]) and s.word like :{word} || '%'
                         limit 65) n)
            """;

    /// Words of the offices that are near to one that was typed, the nearest.
    private static final String NEAR =
            """
            dossier.words(d.search_text) @@ (
                select concat_ws(' | ', :{word}Query, string_agg(quote_literal(n.word), ' | '))::tsquery
                  from (select s.word from dossier.spelt s
                         where s.office = any(:offices::text[])
                           and (:{word} operator(extensions.<%) s.word
                                or dossier.but_a_letter(s.word) && dossier.but_a_letter(:{word}))
                         group by s.word
                         order by extensions.similarity(:{word}, s.word) desc, s.word
                         limit 64) n)
            """;

    /// What comes after all digits, as bytes are ordered.
    private static final String AFTER_NINE = ":";

    /// No part of a name has fewer letters.
    private static final int SHORT = 2;

    /// With fewer letters, a word has too few trigrams to be near to another.
    private static final int TRIGRAMS = 4;

    private final List<String> conditions = new ArrayList<>();
    private final Map<String, @Nullable Object> values = new LinkedHashMap<>();

    /// How what was typed is looked for.
    enum How {
        /// Nothing was.
        NOT,
        BY_NUMBER,
        BY_WORDS,
        /// By words that are near to those that were typed.
        NEAR
    }

    /// @param numbers the questions whose answers are numbers of people and of documents
    FilterTable(
            Filter filter, Desk desk, How how, Typed typed, List<String> numbers, JsonMapper json) {
        Desk at = filter.office() == null ? desk : desk.in(filter.office());
        values.put("offices", at.risks().keySet().toArray(String[]::new));
        values.put("risks", at.risks().values().stream().map(Date::valueOf).toArray(Date[]::new));
        values.put("mine", desk.mine().toArray(UUID[]::new));
        values.put("endedSince", Timestamp.from(desk.endedSince()));
        conditions.add(VIEWS.get(filter.view()));
        if (filter.assignee() != null) {
            add("d.assignee = :assignee", "assignee", filter.assignee());
        }
        if (filter.procedure() != null) {
            add("d.procedure = :procedure", "procedure", filter.procedure());
        }
        if (filter.stage() != null) {
            add("d.stage = :stage", "stage", filter.stage().name());
        }
        days(filter);
        employer(filter.employer());
        if (!filter.label().isBlank()) {
            add(LABELLED, "label", filter.label().strip());
        }
        fields(filter.fields(), json);
        switch (how) {
            case NOT -> {}
            case BY_NUMBER -> numbers(typed, numbers, json);
            case BY_WORDS -> words(typed.words(), "word");
            case NEAR -> near(typed);
        }
    }

    String condition() {
        return String.join("\n and ", conditions);
    }

    StatementSpec bind(StatementSpec sql) {
        StatementSpec bound = sql;
        for (var value : values.entrySet()) {
            bound = bound.param(value.getKey(), value.getValue());
        }
        return bound;
    }

    private void add(String condition, String name, Object value) {
        conditions.add(condition);
        values.put(name, value);
    }

    private void days(Filter filter) {
        Days received = filter.received();
        if (received.from() != null) {
            add("d.submitted_at >= :receivedFrom", "receivedFrom", start(received.from()));
        }
        if (received.until() != null) {
            add(
                    "d.submitted_at < :receivedUntil",
                    "receivedUntil",
                    start(received.until().plusDays(1)));
        }
        if (filter.limit().from() != null) {
            add("d.due >= :limitFrom", "limitFrom", filter.limit().from());
        }
        if (filter.limit().until() != null) {
            add("d.due <= :limitUntil", "limitUntil", filter.limit().until());
        }
    }

    private static Timestamp start(LocalDate day) {
        return Timestamp.from(day.atStartOfDay(HolidayZone.METROPOLE.id()).toInstant());
    }

    private void employer(String typed) {
        Typed read = Typed.of(typed);
        if (read.siret().isPresent()) {
            siret("employer", read.siret().get());
            conditions.add(SIRET.replace("{siret}", "employer"));
        } else {
            words(read.words(), "employerWord");
            int number = 0;
            for (String word : read.words()) {
                String name = "employer" + number++;
                add("d.search_text like :" + name, name, "%|% " + word + "%");
            }
        }
    }

    private void fields(Map<String, Wanted> fields, JsonMapper json) {
        Map<String, String> exactly = new TreeMap<>();
        int number = 0;
        for (var field : fields.entrySet()) {
            String key = "field" + number++;
            switch (field.getValue()) {
                case Wanted.Exactly(String value) -> exactly.put(field.getKey(), value);
                case Wanted.InWords(String words) -> {
                    values.put(key, field.getKey());
                    add(
                            "d.searched ->> :%1$s like :%1$sWords".formatted(key),
                            key + "Words",
                            "%" + words + "%");
                }
                case Wanted.Between(Days days) -> {
                    values.put(key, field.getKey());
                    if (days.from() != null) {
                        add(
                                "d.searched ->> :%1$s >= :%1$sFrom".formatted(key),
                                key + "From",
                                days.from().toString());
                    }
                    if (days.until() != null) {
                        add(
                                "d.searched ->> :%1$s <= :%1$sUntil".formatted(key),
                                key + "Until",
                                days.until().toString());
                    }
                }
            }
        }
        String born = exactly.get(Known.WORKER_BIRTH.field());
        if (born != null) {
            Map<String, String> mended = new TreeMap<>(exactly);
            mended.remove(Known.WORKER_BIRTH.field());
            mended.put(IndexCard.MENDED_BIRTH, born);
            add(
                    "d.searched @> any(:exactly::text[]::jsonb[])",
                    "exactly",
                    Stream.of(exactly, mended)
                            .map(json::writeValueAsString)
                            .toArray(String[]::new));
        } else if (!exactly.isEmpty()) {
            add("d.searched @> :exactly::jsonb", "exactly", json.writeValueAsString(exactly));
        }
    }

    private void numbers(Typed typed, List<String> fields, JsonMapper json) {
        conditions.add(NUMBERS);
        values.put("reference", typed.reference().orElse(""));
        siret("siret", typed.siret().orElse(""));
        values.put(
                "numbers",
                typed.number().stream()
                        .flatMap(
                                number ->
                                        fields.stream()
                                                .map(
                                                        field ->
                                                                json.writeValueAsString(
                                                                        Map.of(field, number))))
                        .toArray(String[]::new));
    }

    /// The values of [#SIRET]; no digits stand for no establishment.
    private void siret(String name, String digits) {
        values.put(name, digits);
        values.put(name + "End", digits.isEmpty() ? "" : digits + AFTER_NINE);
    }

    /// All of these words, each by its beginning.
    private void words(List<String> words, String named) {
        int number = 0;
        for (String word : words) {
            String name = named + number++;
            add(WORDS.replace("{word}", name), name, word);
        }
    }

    private void near(Typed typed) {
        int number = 0;
        for (String word : typed.words()) {
            String name = "word" + number++;
            values.put(name + "Query", query(typed, word));
            add(NEAR.replace("{word}", name), name, word);
        }
    }

    /// A word, by its beginning when it is too short for others to be near to it, in one with the
    /// one before or after it, or cut in two.
    private static String query(Typed typed, String word) {
        String whole = "'" + word + (word.length() < TRIGRAMS ? "':*" : "'");
        Stream<String> cut =
                IntStream.rangeClosed(SHORT, word.codePointCount(0, word.length()) - SHORT)
                        .map(letters -> word.offsetByCodePoints(0, letters))
                        .mapToObj(
                                at ->
                                        "('%s' & '%s')"
                                                .formatted(
                                                        word.substring(0, at), word.substring(at)));
        Stream<String> inOne = typed.inOne(word).map(two -> "'" + two + "'");
        return Stream.concat(Stream.of(whole), Stream.concat(inOne, cut))
                .collect(Collectors.joining(" | "));
    }
}
