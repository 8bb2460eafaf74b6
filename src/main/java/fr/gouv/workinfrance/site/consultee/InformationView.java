package fr.gouv.workinfrance.site.consultee;

import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.StoredDocument;
import fr.gouv.workinfrance.opinion.Answering.Wrong;
import fr.gouv.workinfrance.opinion.Information;
import fr.gouv.workinfrance.opinion.Information.Returned;
import fr.gouv.workinfrance.opinion.Informations.Told;
import fr.gouv.workinfrance.procedure.Words;
import fr.gouv.workinfrance.site.Shell;

import org.jspecify.annotations.Nullable;

import java.util.Map;

/// What a service was told of one dossier, with what it may see of it.
///
/// @param procedure what the parties ask for
/// @param authorization as it holds today; absent when there is none for it to see
/// @param files what is known of the documents that may be seen
/// @param fact that is being sent back, as typed
/// @param day on which it happened, as typed
/// @param wrong what is, by field
public record InformationView(
        Told told,
        Words procedure,
        @Nullable AuthorizationView authorization,
        Map<DocumentId, StoredDocument> files,
        String fact,
        String day,
        Map<String, Wrong> wrong) {

    public InformationView {
        files = Map.copyOf(files);
        wrong = Map.copyOf(wrong);
    }

    public Information information() {
        return told.information();
    }

    public String at() {
        return "/avis/informations/" + information().id();
    }

    public String error(String field, Shell shell) {
        Wrong one = wrong.get(field);
        return one == null ? "" : shell.say(one.key(), one.args().toArray());
    }

    /// What a fact that was sent back is called, with its day.
    public String words(Returned returned, Shell shell) {
        String words =
                told.body()
                        .returned(returned.fact())
                        .map(fact -> shell.say(fact.words()))
                        .orElse(returned.fact());
        return returned.day() == null ? words : words + ", " + shell.day(returned.day());
    }
}
