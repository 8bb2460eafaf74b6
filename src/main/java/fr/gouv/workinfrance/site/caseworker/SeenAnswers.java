package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Recourse;
import fr.gouv.workinfrance.examination.appeal.Refusal;
import fr.gouv.workinfrance.examination.revision.Revision;
import fr.gouv.workinfrance.examination.revision.Revisions;
import fr.gouv.workinfrance.procedure.Appeal.Silence;
import fr.gouv.workinfrance.site.caseworker.AnswerForm.Way;

import org.springframework.stereotype.Component;

import java.util.List;
import java.util.Optional;

/// How an agent may answer what was deposited against a refusal.
@Component
class SeenAnswers {

    private final Dossiers dossiers;
    private final Revisions revisions;

    SeenAnswers(Dossiers dossiers, Revisions revisions) {
        this.dossiers = dossiers;
        this.revisions = revisions;
    }

    /// The dossier, of which this agent may draft such an answer; empty when he may not.
    Optional<Seen> answering(Recourse one, Account account) {
        return seen(one, account)
                .filter(seen -> seen.may(Act.REVISE))
                .filter(_ -> revisions.owns(one, Act.REVISE, account))
                .filter(_ -> one.open());
    }

    /// The whole request, of this agent; empty once the authority above has answered.
    Optional<Seen> seen(Recourse one, Account account) {
        return dossiers.see(one.dossier(), account).filter(Seen::readsAll);
    }

    /// What he may propose; nothing while an answer waits to be signed.
    List<Way> ways(Recourse one, Account account) {
        if (drafted(one).isPresent()) {
            return List.of();
        }
        return answering(one, account).stream().flatMap(seen -> ways(one, seen).stream()).toList();
    }

    private static List<Way> ways(Recourse one, Seen seen) {
        if (one.silence() == Silence.UNREASONED) {
            return List.of(Way.MOTIFS);
        }
        return Refusal.of(seen.dossier()).filter(one.refusal()::equals).isPresent()
                ? List.of(Way.REJET, Way.RETRAIT)
                : List.of(Way.REJET);
    }

    /// Where this agent signs the answer that waits; empty when it is not his to sign.
    Optional<String> signing(Recourse one, Account account) {
        return seen(one, account)
                .filter(seen -> seen.may(Act.SIGN_REVISION))
                .filter(_ -> revisions.owns(one, Act.SIGN_REVISION, account))
                .flatMap(
                        seen ->
                                drafted(one)
                                        .map(
                                                answer ->
                                                        "/signature/dossiers/%s/actes/%s"
                                                                .formatted(
                                                                        seen.dossier().reference(),
                                                                        answer.id())));
    }

    /// The answer to it that waits to be signed.
    Optional<Revision> drafted(Recourse one) {
        return revisions.of(one.dossier()).stream()
                .filter(revision -> revision.state() == Revision.State.DRAFTED)
                .filter(
                        revision ->
                                revision.matter().answered().filter(one.id()::equals).isPresent())
                .findFirst();
    }
}
