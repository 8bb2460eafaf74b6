package fr.gouv.workinfrance.dossier;

import static fr.gouv.workinfrance.dossier.Relation.ASSIGNEE;
import static fr.gouv.workinfrance.dossier.Relation.AUTHORITY;
import static fr.gouv.workinfrance.dossier.Relation.AUTHORITY_SIGNATORY;
import static fr.gouv.workinfrance.dossier.Relation.COUNTER;
import static fr.gouv.workinfrance.dossier.Relation.EMPLOYER;
import static fr.gouv.workinfrance.dossier.Relation.EMPLOYER_FILLS;
import static fr.gouv.workinfrance.dossier.Relation.MANDATE_HOLDER;
import static fr.gouv.workinfrance.dossier.Relation.OFFICE;
import static fr.gouv.workinfrance.dossier.Relation.SIGNATORY;
import static fr.gouv.workinfrance.dossier.Relation.WORKER;
import static fr.gouv.workinfrance.dossier.Stage.Name.AWAITING_SIGNATURE;
import static fr.gouv.workinfrance.dossier.Stage.Name.COMPLETE;
import static fr.gouv.workinfrance.dossier.Stage.Name.DECIDED;
import static fr.gouv.workinfrance.dossier.Stage.Name.DRAFT;
import static fr.gouv.workinfrance.dossier.Stage.Name.IN_EXAMINATION;
import static fr.gouv.workinfrance.dossier.Stage.Name.SUBMITTED;
import static fr.gouv.workinfrance.dossier.Stage.Name.WITHDRAWN;

import java.util.Collection;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// **Read this first.** Who may do what to a dossier, and from which stage: the one table that
/// guards each act, authorises it, chooses the buttons of a page, is tested as a matrix, and draws
/// `docs/dossier-life.md`.
///
/// @param to the stage that the act leads to; empty when the dossier stays where it is
public record Move(Act act, Set<Relation> by, Set<Stage.Name> from, Optional<Stage.Name> to) {

    private static final Set<Relation> PARTIES = Set.of(EMPLOYER, WORKER, MANDATE_HOLDER);

    /// Who fills in a request, without speaking in a party's name.
    private static final Set<Relation> HANDS =
            Set.of(EMPLOYER, EMPLOYER_FILLS, WORKER, MANDATE_HOLDER, COUNTER);

    /// The request is made by the employer, or by whoever holds its written mandate (R5221-1 II of
    /// the Code du travail).
    private static final Set<Relation> FILERS = Set.of(EMPLOYER, MANDATE_HOLDER);

    /// Those, and who does it for one of them at a counter, at his request.
    private static final Set<Relation> DEPOSITORS = Set.of(EMPLOYER, MANDATE_HOLDER, COUNTER);

    /// Those, and the worker: each may be asked to mend his own part, and sends it.
    private static final Set<Relation> SENDERS = Set.of(EMPLOYER, WORKER, MANDATE_HOLDER, COUNTER);

    private static final Set<Relation> WRITERS =
            Set.of(EMPLOYER, WORKER, MANDATE_HOLDER, OFFICE, ASSIGNEE, SIGNATORY);

    /// Those who sign an act about a decision: of the authority above, its answers alone.
    private static final Set<Relation> SIGNATORIES = Set.of(SIGNATORY, AUTHORITY_SIGNATORY);

    /// Once a decision is prepared, what it rests on is locked.
    private static final Set<Stage.Name> UNPREPARED = Set.of(SUBMITTED, COMPLETE, IN_EXAMINATION);

    private static final Set<Stage.Name> WAITING =
            Set.of(SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE);

    /// Where it may have been answered: by a decision, or by silence.
    private static final Set<Stage.Name> ANSWERED =
            Set.of(SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE, DECIDED);

    private static final Set<Stage.Name> UNDECIDED =
            Set.of(DRAFT, SUBMITTED, COMPLETE, IN_EXAMINATION, AWAITING_SIGNATURE);

    /// Whatever became of it since.
    private static final Set<Stage.Name> DEPOSITED = EnumSet.complementOf(EnumSet.of(DRAFT));

    /// Every act, in the order of a dossier's life.
    public static final List<Move> TABLE =
            List.of(
                    stay(Act.ANSWER, HANDS, Set.of(DRAFT)),
                    stay(Act.ATTACH, HANDS, Set.of(DRAFT)),
                    stay(Act.INVITE, HANDS, UNDECIDED),
                    stay(Act.TAKE_OVER, Set.of(EMPLOYER, EMPLOYER_FILLS), UNDECIDED),
                    stay(Act.FILE, Set.of(EMPLOYER), Set.of(DRAFT)),
                    stay(Act.ATTEST, PARTIES, UNDECIDED),
                    stay(Act.CONTEST, Set.of(WORKER), UNDECIDED),
                    stay(Act.RETRACT, Set.of(WORKER), UNDECIDED),
                    stay(Act.LEAVE, PARTIES, Set.of(DRAFT)),
                    stay(Act.REPLACE, FILERS, Set.of(DRAFT)),
                    stay(Act.HAND_OVER, Set.of(EMPLOYER), Set.of(DRAFT)),
                    stay(Act.ERASE, DEPOSITORS, Set.of(DRAFT)),
                    go(Act.SUBMIT, DEPOSITORS, Set.of(DRAFT), SUBMITTED),
                    go(Act.WITHDRAW, FILERS, WAITING, WITHDRAWN),
                    stay(Act.MEND, HANDS, UNPREPARED),
                    stay(Act.RETURN, SENDERS, UNPREPARED),
                    stay(Act.WRITE, WRITERS, DEPOSITED),
                    stay(Act.APPEAL, PARTIES, ANSWERED),
                    stay(Act.ASK_REASONS, PARTIES, WAITING),
                    stay(Act.ASSIGN, Set.of(OFFICE), WAITING),
                    // what waits to be signed is examined again there: another authority signs
                    stay(Act.FORWARD, Set.of(OFFICE), WAITING),
                    stay(Act.ASK, Set.of(ASSIGNEE), UNPREPARED),
                    stay(Act.CONSULT, Set.of(ASSIGNEE), UNPREPARED),
                    stay(Act.INFORM, Set.of(ASSIGNEE), DEPOSITED),
                    go(Act.CERTIFY, Set.of(OFFICE), Set.of(SUBMITTED), COMPLETE),
                    go(Act.BEGIN, Set.of(ASSIGNEE), Set.of(COMPLETE), IN_EXAMINATION),
                    go(Act.PREPARE, Set.of(ASSIGNEE), Set.of(IN_EXAMINATION), AWAITING_SIGNATURE),
                    go(
                            Act.SEND_BACK,
                            Set.of(SIGNATORY),
                            Set.of(AWAITING_SIGNATURE),
                            IN_EXAMINATION),
                    go(Act.SIGN, Set.of(SIGNATORY), Set.of(AWAITING_SIGNATURE), DECIDED),
                    stay(Act.REVISE, Set.of(OFFICE, AUTHORITY), ANSWERED),
                    stay(Act.SIGN_REVISION, SIGNATORIES, ANSWERED),
                    go(Act.REOPEN, SIGNATORIES, Set.of(DECIDED), IN_EXAMINATION),
                    stay(Act.OBSERVE, PARTIES, ANSWERED));

    /// The row of an act: there is exactly one.
    public static Move of(Act act) {
        return TABLE.stream().filter(move -> move.act == act).findFirst().orElseThrow();
    }

    /// Whether someone who is all this to a dossier may do this to it where it is.
    public static boolean allows(Act act, Collection<Relation> relations, Stage.Name stage) {
        Move move = of(act);
        return move.from.contains(stage) && relations.stream().anyMatch(move.by::contains);
    }

    /// All that someone who is all this to a dossier may do to it where it is: the buttons of the
    /// page.
    public static Set<Act> open(Collection<Relation> relations, Stage.Name stage) {
        Set<Act> open = EnumSet.noneOf(Act.class);
        for (Act act : Act.values()) {
            if (allows(act, relations, stage)) {
                open.add(act);
            }
        }
        return open;
    }

    private static Move stay(Act act, Set<Relation> by, Set<Stage.Name> from) {
        return new Move(act, by, from, Optional.empty());
    }

    private static Move go(Act act, Set<Relation> by, Set<Stage.Name> from, Stage.Name to) {
        return new Move(act, by, from, Optional.of(to));
    }
}
