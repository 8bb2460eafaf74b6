package fr.gouv.workinfrance.demo.past;

import fr.gouv.workinfrance.demo.past.Step.Who;
import fr.gouv.workinfrance.procedure.Part;

import org.jspecify.annotations.Nullable;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// One fictitious request, and what happens to it.
///
/// @param procedure what is asked for: a procedure of the catalogue
/// @param opened how many days ago it begins, when it is first told
/// @param people the e-mail address of each of those who act
/// @param answers as they are typed, by question; see [#typed]
/// @param unavailable pieces that cannot be given, and why
/// @param extra pieces joined though they are not asked for
/// @param spoilt how a piece is badly given: `blurred`, or `one side` of two
/// @param refused reasons of the catalogue, none when it is granted
/// @param corrections what is asked to be mended
/// @param advised what a service answers, by question
/// @param rectified the name of the employer that the authorization should have printed; absent
///   when it is right
/// @param words what is said with an act: why it is contested, sent back, refused, ended, mended
record Story(
        String id,
        String procedure,
        Part filer,
        String language,
        int opened,
        Map<Who, String> people,
        Map<String, String> answers,
        Map<String, String> unavailable,
        List<String> extra,
        Map<String, String> spoilt,
        List<String> refused,
        List<Point> corrections,
        Map<String, String> advised,
        @Nullable String rectified,
        Map<Step.Verb, String> words,
        List<Step> steps) {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final Pattern RELATIVE = Pattern.compile("J([+-]\\d{1,4})");
    private static final String SCHOOL_YEAR = "RENTREE";
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd/MM/uuuu");
    private static final Duration BETWEEN_STEPS = Duration.ofMinutes(2);

    Story {
        people = Map.copyOf(people);
        answers = Map.copyOf(answers);
        unavailable = Map.copyOf(unavailable);
        extra = List.copyOf(extra);
        spoilt = Map.copyOf(spoilt);
        refused = List.copyOf(refused);
        corrections = List.copyOf(corrections);
        advised = Map.copyOf(advised);
        words = Map.copyOf(words);
        steps = List.copyOf(steps);
    }

    /// When a step is done, and its number within the story.
    record Moment(Story story, int number, Step step, Instant at) {}

    /// When each step is done. Offices and companies rest on Saturdays and Sundays; nothing is done
    /// after the story is first told, nor before what comes before it.
    List<Moment> moments(Instant toldFrom) {
        LocalDate first = toldFrom.atZone(PARIS).toLocalDate().minusDays(opened);
        List<Moment> moments = new ArrayList<>();
        Instant before = Instant.MIN;
        for (Step step : steps) {
            ZonedDateTime told = first.plusDays(step.day()).atTime(step.time()).atZone(PARIS);
            Instant at = step.who().rests() ? worked(told, before) : told.toInstant();
            at = at.isBefore(before) ? before : at;
            at = at.isAfter(toldFrom) ? toldFrom : at;
            moments.add(new Moment(this, moments.size(), step, at));
            before = at.plus(BETWEEN_STEPS);
        }
        return moments;
    }

    /// What falls on a week-end is done on the Friday before, for on the Monday after it might be
    /// in the hour that is now; or on that Monday, when something was done in between.
    private static Instant worked(ZonedDateTime told, Instant before) {
        int since = told.getDayOfWeek().getValue() - DayOfWeek.FRIDAY.getValue();
        if (since <= 0) {
            return told.toInstant();
        }
        Instant friday = told.minusDays(since).toInstant();
        return friday.isBefore(before) ? told.plusDays(3L - since).toInstant() : friday;
    }

    /// What is typed in answer to a question. `J+30` is a day, thirty after the story is first
    /// told; `RENTREE` is the school year then.
    String typed(String field, Instant toldFrom) {
        String written = answers.getOrDefault(field, "");
        LocalDate today = toldFrom.atZone(PARIS).toLocalDate();
        Matcher relative = RELATIVE.matcher(written);
        if (relative.matches()) {
            return today.plusDays(Integer.parseInt(relative.group(1))).format(DAY);
        }
        if (written.equals(SCHOOL_YEAR)) {
            int year = today.getYear() - (today.getMonth().compareTo(Month.AUGUST) < 0 ? 1 : 0);
            return year + "-" + (year + 1);
        }
        return written;
    }
}
