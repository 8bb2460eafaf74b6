package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Pass;
import fr.gouv.workinfrance.access.Passes;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Office;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/// A service that is consulted once a year has no members here: it gives one opinion by a one-off
/// link, which goes to its address and asks there for a code. Nobody ever gets an account by it.
@Component
public class Guests {

    private static final String KIND = "consultation";
    private static final String PATH = "/avis/lien/";

    private final ConsultationTable table;
    private final Administrations administrations;
    private final Proceedings proceedings;
    private final Inboxes inboxes;
    private final Dossiers dossiers;
    private final Passes passes;

    Guests(
            ConsultationTable table,
            Administrations administrations,
            Proceedings proceedings,
            Inboxes inboxes,
            Dossiers dossiers,
            Passes passes) {
        this.table = table;
        this.administrations = administrations;
        this.proceedings = proceedings;
        this.inboxes = inboxes;
        this.dossiers = dossiers;
        this.passes = passes;
    }

    /// The opinion of that number that was asked about a dossier.
    @Transactional(readOnly = true)
    public Optional<Consultation> asked(DossierId dossier, int number) {
        return table.of(dossier).stream().filter(one -> one.number() == number).findFirst();
    }

    /// The service that is asked, to whose address a link goes.
    @Transactional(readOnly = true)
    public Office service(Consultation asked) {
        return administrations.office(asked.office());
    }

    /// The link that was last made for it.
    @Transactional(readOnly = true)
    public Optional<Pass> last(Consultation asked) {
        return passes.last(scope(asked));
    }

    /// Makes a link and sends it to the address of the service. The one before is dead.
    ///
    /// @return empty when it is answered, or asked no more
    /// @throws fr.gouv.workinfrance.dossier.IllegalMove when this person may not ask
    @Transactional
    public Optional<Pass> invite(UUID id, Account by) {
        Consultation asked = held(id, by);
        if (!asked.open()) {
            return Optional.empty();
        }
        Office office = administrations.office(asked.office());
        Pass made =
                passes.make(
                        scope(asked),
                        office.email(),
                        PATH,
                        "pass",
                        Map.of("reference", asked.reference().value(), "due", asked.due()),
                        by);
        proceedings.record(asked, by.actor(), "MAKE_LINK", Map.of(), Map.of(), null);
        return Optional.of(made);
    }

    /// Makes the link useless.
    @Transactional
    public void revoke(UUID id, Account by) {
        Consultation asked = held(id, by);
        if (passes.last(scope(asked)).filter(pass -> pass.state() == Pass.State.OPEN).isPresent()) {
            passes.revoke(scope(asked), by);
            proceedings.record(asked, by.actor(), "REVOKE_LINK", Map.of(), Map.of(), null);
        }
    }

    private Consultation held(UUID id, Account by) {
        dossiers.hold(table.find(id).orElseThrow().dossier(), by, Act.CONSULT);
        return proceedings.lock(id);
    }

    /// Whether a link still opens something to answer.
    @Transactional(readOnly = true)
    public boolean opens(String token) {
        return passes.opening(token)
                .flatMap(this::consultation)
                .filter(Consultation::open)
                .isPresent();
    }

    /// What the service is asked, for the browser that holds its link. The look is in the dossier's
    /// journal.
    @Transactional
    public Optional<Opened> open(String token, String key) {
        return held(token, key).map(asked -> inboxes.open(asked, actor(asked)));
    }

    /// The same, to answer it or to look at one of its documents: what is done then has an entry of
    /// its own.
    @Transactional(readOnly = true)
    public Optional<Opened> reading(String token, String key) {
        return held(token, key).map(inboxes::opened);
    }

    /// Who acts by a link: nobody that is known, for that service.
    public static Actor actor(Consultation asked) {
        return new Actor(Actor.Kind.VISITOR, asked.office());
    }

    private Optional<Consultation> held(String token, String key) {
        return passes.held(token, key).flatMap(this::consultation);
    }

    /// Gives the opinion of the service, once.
    ///
    /// @param author who answers, by name and capacity
    /// @return empty when this browser does not hold the link any more
    @Transactional
    public Optional<Answering> answer(String token, String key, Reply reply, String author) {
        Consultation asked = held(token, key).orElse(null);
        if (asked == null) {
            return Optional.empty();
        }
        Answering answering =
                inboxes.answer(
                        proceedings.hold(asked.id()),
                        reply,
                        new Respondent(null, author.strip(), actor(asked)));
        if (answering instanceof Answering.Kept && !passes.spend(token, key)) {
            throw new IllegalStateException("a link was used twice at once");
        }
        return Optional.of(answering);
    }

    private Optional<Consultation> consultation(Scope scope) {
        return scope.kind().equals(KIND)
                ? table.find(UUID.fromString(scope.id()))
                : Optional.empty();
    }

    private static Scope scope(Consultation asked) {
        return new Scope(KIND, asked.id().toString());
    }
}
