package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.opinion.Reply;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.procedure.body.Inquiry.Question;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// An opinion as it is typed.
///
/// @param verdict absent while none is chosen
/// @param answers by question
/// @param author who answers, of whoever has no account; empty for the others
/// @param wrong what is, by field
/// @param refused the file that is refused; empty for none
public record OpinionForm(
        @Nullable Verdict verdict,
        String reasons,
        Map<String, String> answers,
        String author,
        Map<String, Wrong> wrong,
        String refused) {

    static final OpinionForm BLANK = new OpinionForm(null, "", Map.of(), "", Map.of(), "");

    static final int LONGEST_AUTHOR = 200;

    public OpinionForm {
        answers = Map.copyOf(answers);
        wrong = Collections.unmodifiableMap(new LinkedHashMap<>(wrong));
    }

    static OpinionForm of(Map<String, String> typed, Inquiry inquiry) {
        Map<String, String> answers = new LinkedHashMap<>();
        for (Question question : inquiry.questions()) {
            answers.put(question.id(), typed.getOrDefault(field(question.id()), ""));
        }
        return new OpinionForm(
                Arrays.stream(Verdict.values())
                        .filter(one -> one.name().equals(typed.get("verdict")))
                        .findFirst()
                        .orElse(null),
                typed.getOrDefault("reasons", ""),
                answers,
                typed.getOrDefault("author", ""),
                Map.of(),
                "");
    }

    /// The field of what is wrong: those of the questions have a name of their own.
    public static String field(String what) {
        return List.of("verdict", "reasons", "documents", "author").contains(what)
                ? what
                : "q-" + what;
    }

    Reply reply(List<DocumentId> documents) {
        return new Reply(verdict, reasons, answers, documents);
    }

    OpinionForm wrong(Map<String, Wrong> faults, String file) {
        return new OpinionForm(verdict, reasons, answers, author, faults, file);
    }

    public String typed(Question question) {
        return answers.getOrDefault(question.id(), "");
    }

    /// Whether this option is the answer.
    public boolean chosen(Question question, Option option) {
        return read(question, typed(question)) instanceof Parsed.Value(var kept, _)
                && read(question, option.value()) instanceof Parsed.Value(var offered, _)
                && kept.equals(offered);
    }

    /// How an answer reads.
    public static String read(Question question, String typed, Shell shell) {
        return question.type().parse(typed, Locale.FRENCH) instanceof Parsed.Value(var kept, _)
                ? question.type().display(kept, shell.locale())
                : typed;
    }

    private static Parsed read(Question question, String typed) {
        return question.type().parse(typed, Locale.FRENCH);
    }

    /// What is wrong with a field, and how to mend it; empty when nothing is.
    public String error(String what, Shell shell) {
        Wrong one = wrong.get(what);
        return one == null ? "" : shell.say(one.key(), one.args().toArray());
    }

    public String label(Question question, Shell shell) {
        String label = shell.say(question.label());
        return question.required() ? label : label + " " + shell.lookup("site.form.optional");
    }
}
