package fr.gouv.workinfrance.examination.appeal;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.calendar.LegalDays;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.examination.appeal.Filing.Fault;
import fr.gouv.workinfrance.examination.appeal.Recourse.Answer;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.procedure.Appeal;
import fr.gouv.workinfrance.procedure.Appeal.Against;
import fr.gouv.workinfrance.procedure.Appeal.Authority;
import fr.gouv.workinfrance.procedure.Appeal.Reply;
import fr.gouv.workinfrance.procedure.Part;

import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Appeals and requests for reasons: deposited by a party, taken in even out of time, and waiting
/// at the desk of who has to answer.
@Component
public class Appeals {

    /// Longer than any office lets it become: the rest comes as these are answered.
    private static final int LISTED = 200;

    private final AppealTable table;
    private final AppealDuties duties;
    private final Dossiers dossiers;
    private final Documents documents;
    private final Offices offices;
    private final Journal journal;
    private final Clock clock;

    Appeals(
            AppealTable table,
            AppealDuties duties,
            Dossiers dossiers,
            Documents documents,
            Offices offices,
            Journal journal,
            Clock clock) {
        this.table = table;
        this.duties = duties;
        this.dossiers = dossiers;
        this.documents = documents;
        this.offices = offices;
        this.journal = journal;
        this.clock = clock;
    }

    // ---- the parties

    /// The ways that are open to this person against the refusal that stands; none when he has
    /// nothing to contest.
    public List<Appeal> ways(Seen seen) {
        return Refusal.of(seen.dossier()).stream()
                .flatMap(
                        refusal ->
                                seen.version().appeals().stream()
                                        .filter(Appeal::here)
                                        .filter(way -> way.opens(refusal.silent())))
                .filter(way -> seen.may(act(way)))
                .toList();
    }

    /// What is wrong with what was typed, before any document of it is received.
    public Set<Fault> faults(Seen seen, String way, String words, int joined) {
        Set<Fault> faults = EnumSet.noneOf(Fault.class);
        Optional<Appeal> chosen = way(seen, way);
        if (chosen.isEmpty()) {
            faults.add(Fault.NO_WAY);
        } else if (made(seen, way)) {
            faults.add(Fault.ALREADY);
        }
        String said = said(words);
        if (said.isEmpty() && chosen.filter(one -> one.against() == Against.ANY).isPresent()) {
            faults.add(Fault.NO_WORDS);
        }
        if (said.codePointCount(0, said.length()) > Recourse.LONGEST) {
            faults.add(Fault.TOO_LONG);
        }
        if (joined > Recourse.DOCUMENTS) {
            faults.add(Fault.TOO_MANY_DOCUMENTS);
        }
        return faults;
    }

    /// A party contests the refusal that stands, or asks for its reasons. Late, it is received all
    /// the same: the authority judges.
    ///
    /// @param joined documents that were received for it; erased when it is not deposited
    @Transactional
    public Filing file(
            DossierId id, String way, String words, List<DocumentId> joined, Account by) {
        // held from here on, and silence is seen on its very day
        dossiers.look(id);
        Seen seen = dossiers.see(id, by).orElseThrow();
        Set<Fault> faults = faults(seen, way, words, joined.size());
        if (!faults.isEmpty()) {
            joined.forEach(document -> documents.erase(document, by.actor()));
            return new Filing.Faulty(faults);
        }
        Appeal chosen = way(seen, way).orElseThrow();
        Recourse made = made(seen, chosen, said(words), joined, by);
        table.insert(made);
        dossiers.contest(
                id,
                act(chosen),
                by,
                Map.of(
                        "appeal", made.id().toString(),
                        "way", made.way(),
                        "refusal", made.refusal().key(),
                        "as", made.from().name(),
                        "office", made.office(),
                        "limit", made.limit().toString(),
                        "documents",
                                joined.stream()
                                        .map(DocumentId::toString)
                                        .collect(Collectors.joining(","))),
                Map.of("words", made.words()),
                new AppealFiled(id, made.id(), made.at()));
        duties.before(id);
        return new Filing.Filed(made);
    }

    private Recourse made(
            Seen seen, Appeal way, String words, List<DocumentId> joined, Account by) {
        Dossier dossier = seen.dossier();
        LocalDate today = dossiers.today(dossier);
        Reply reply = Objects.requireNonNull(way.reply());
        return new Recourse(
                UUID.randomUUID(),
                dossier.id(),
                Refusal.of(dossier).orElseThrow(),
                way.id(),
                part(seen).orElseThrow(),
                by.id(),
                now(),
                today,
                answering(dossier, way, today).id(),
                words,
                joined,
                days(dossier).plus(today, reply.period()),
                reply.silence(),
                null,
                null,
                null,
                null,
                null);
    }

    /// Who has to answer: whose decision it is, or whom he is under.
    private Office answering(Dossier dossier, Appeal way, LocalDate today) {
        Office deciding = offices.office(dossier.office().orElseThrow()).orElseThrow();
        return way.authority() == Authority.ABOVE
                ? offices.covering(
                                OfficeKind.MINISTRY,
                                new Place.Anywhere(),
                                dossier.procedure(),
                                today)
                        .orElseThrow()
                : deciding;
    }

    private boolean made(Seen seen, String way) {
        Optional<Refusal> refusal = Refusal.of(seen.dossier());
        return of(seen).stream()
                .filter(one -> one.way().equals(way))
                .anyMatch(one -> refusal.filter(one.refusal()::equals).isPresent());
    }

    private Optional<Appeal> way(Seen seen, String way) {
        return ways(seen).stream().filter(one -> one.id().equals(way)).findFirst();
    }

    private static Act act(Appeal way) {
        return way.against() == Against.SILENCE ? Act.ASK_REASONS : Act.APPEAL;
    }

    /// In what part someone contests.
    public static Optional<Part> part(Seen seen) {
        return parts(seen).min(Comparator.naturalOrder());
    }

    private static Stream<Part> parts(Seen seen) {
        return seen.relations().stream().flatMap(relation -> relation.part().stream());
    }

    /// What this person may read of what was deposited, the oldest first: the office, everything; a
    /// party, what it made.
    @Transactional(readOnly = true)
    public List<Recourse> of(Seen seen) {
        Set<Part> own = parts(seen).collect(Collectors.toSet());
        return table.of(seen.dossier().id()).stream()
                .filter(one -> seen.readsAll() || own.contains(one.from()))
                .toList();
    }

    /// All of a dossier, the oldest first, for the house's own work.
    @Transactional(readOnly = true)
    public List<Recourse> of(DossierId dossier) {
        return table.of(dossier);
    }

    private LegalDays days(Dossier dossier) {
        return offices.days(offices.office(dossier.office().orElseThrow()).orElseThrow());
    }

    // ---- the desk

    /// What waits for the offices where someone works, the most urgent first.
    @Transactional(readOnly = true)
    public List<Waiting> waiting(Account account) {
        return table.open(offices(account), LISTED);
    }

    /// How many wait for these offices.
    @Transactional(readOnly = true)
    public long count(Collection<String> answering) {
        return table.count(answering);
    }

    /// One that the office where someone works has to answer.
    @Transactional(readOnly = true)
    public Optional<Recourse> handled(UUID id, Account account) {
        return table.find(id).filter(one -> offices(account).contains(one.office()));
    }

    /// The office that has to answer one.
    @Transactional(readOnly = true)
    public String answering(UUID id) {
        return table.find(id).orElseThrow().office();
    }

    /// An agent sees to it from now on.
    ///
    /// @throws NoSuchElementException when it is not for his office
    @Transactional
    public void take(UUID id, Account by) {
        Recourse one = handled(id, by).orElseThrow();
        if (one.open() && !by.id().equals(one.assignee())) {
            table.take(id, by.id());
            journal.record(
                    one.dossier().subject(),
                    by.actor(),
                    "TAKE_APPEAL",
                    Map.of("appeal", id.toString()));
        }
    }

    private Set<String> offices(Account account) {
        return Stream.of(Relation.OFFICE, Relation.SIGNATORY)
                .flatMap(relation -> offices.of(account, relation.granted()).stream())
                .map(Office::id)
                .collect(Collectors.toSet());
    }

    // ---- the answer

    /// It is answered, by an act that was signed.
    ///
    /// @throws NoSuchElementException when it was answered before
    @Transactional(propagation = Propagation.MANDATORY)
    public void answer(UUID id, Answer.Kind kind, Account by) {
        Recourse one = table.lock(id).filter(Recourse::open).orElseThrow();
        LocalDate today = dossiers.today(dossiers.dossier(one.dossier()));
        table.answer(id, new Answer(kind, now(), today));
        journal.record(
                one.dossier().subject(),
                by.actor(),
                "ANSWER_APPEAL",
                Map.of("appeal", id.toString(), "answer", kind.name()));
        duties.before(one.dossier());
    }

    /// Lines end as one does on every machine.
    private static String said(String words) {
        return words.replace("\r\n", "\n").strip();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
