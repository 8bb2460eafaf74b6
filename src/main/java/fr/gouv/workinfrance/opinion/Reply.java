package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Opinion.Verdict;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.procedure.body.Inquiry.Question;

import org.jspecify.annotations.Nullable;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a service answers, as typed.
///
/// @param verdict absent when none was chosen
/// @param answers by question
/// @param documents that were received for it
public record Reply(
        @Nullable Verdict verdict,
        String reasons,
        Map<String, String> answers,
        List<DocumentId> documents) {

    /// The greatest number of characters of the reasons.
    public static final int LONGEST = 5000;

    /// The greatest number of documents.
    public static final int DOCUMENTS = 5;

    public Reply {
        answers = Map.copyOf(answers);
        documents = List.copyOf(documents);
    }

    /// What is wrong with it, by field; nothing when it can be kept. An opinion against the
    /// request, or with conditions, says why.
    public Map<String, Wrong> wrong(Inquiry inquiry, int joined) {
        Map<String, Wrong> wrong = new LinkedHashMap<>();
        String said = reasons.strip();
        if (verdict == null) {
            wrong.put("verdict", Wrong.of("verdict"));
        } else if (said.isEmpty()
                && (verdict == Verdict.UNFAVOURABLE || verdict == Verdict.RESERVED)) {
            wrong.put("reasons", Wrong.of("reasons"));
        }
        if (said.codePointCount(0, said.length()) > LONGEST) {
            wrong.put("reasons", Wrong.of("long"));
        }
        if (joined > DOCUMENTS) {
            wrong.put("documents", Wrong.of("documents"));
        }
        for (Question question : inquiry.questions()) {
            switch (question.type().parse(typed(question), Locale.FRENCH)) {
                case Parsed.Wrong(String key, List<Object> args) ->
                        wrong.put(question.id(), new Wrong(key, args));
                case Parsed.Blank _ -> {
                    if (question.required()) {
                        wrong.put(question.id(), Wrong.of("answer"));
                    }
                }
                case Parsed.Value _ -> {}
            }
        }
        return wrong;
    }

    /// The answers to the questions that are asked, and no others; those left blank are not there.
    Map<String, String> kept(Inquiry inquiry) {
        Map<String, String> kept = new LinkedHashMap<>();
        for (Question question : inquiry.questions()) {
            if (!typed(question).isBlank()) {
                kept.put(question.id(), typed(question).strip());
            }
        }
        return kept;
    }

    private String typed(Question question) {
        return answers.getOrDefault(question.id(), "");
    }
}
