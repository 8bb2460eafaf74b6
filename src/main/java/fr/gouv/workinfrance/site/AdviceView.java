package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.dossier.Attachment;
import fr.gouv.workinfrance.dossier.Evidence;
import fr.gouv.workinfrance.procedure.Piece;

import java.util.List;

/// What is told of the documents of a request: to whoever sent them, so that they are mended now;
/// to whoever examines them, as doubts.
public record AdviceView(Evidence evidence) {

    /// About one document.
    public List<Advice> of(Attachment.Joined joined) {
        return evidence.of(joined);
    }

    /// About all that was joined for a piece.
    public List<Advice> of(Piece piece) {
        return evidence.of(piece);
    }

    /// In the words of whoever sent it, with what to do.
    public String say(Shell shell, Advice advice) {
        return say(shell, "document.advice.", advice);
    }

    /// In the words of whoever examines it.
    public String doubt(Shell shell, Advice advice) {
        return say(shell, "site.desk.doubt.", advice);
    }

    private String say(Shell shell, String key, Advice advice) {
        String about =
                evidence.version()
                        .piece(advice.about())
                        .filter(_ -> advice.code() == Advice.Code.ELSEWHERE)
                        .map(piece -> shell.say(piece.name()))
                        .orElse(advice.about());
        return shell.say(key + advice.code(), advice.number(), about);
    }
}
