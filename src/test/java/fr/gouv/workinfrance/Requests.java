package fr.gouv.workinfrance;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Extent;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Relation;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.Per;
import fr.gouv.workinfrance.reference.Zone;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// People and requests, made through the front doors, for tests that begin further on.
public final class Requests {

    public static final String PROCEDURE = "etudiant-professionnalisation";
    public static final Scope PREFECTURE = new Scope("office", "prefecture-75");

    private static final Actor TEST = Actor.system("test");

    private final Accounts accounts;
    private final Grants grants;
    private final Drafts drafts;
    private final Dossiers dossiers;
    private final Parties parties;
    private final Decisions decisions;
    private final Clock clock;
    private final Delegations delegations;
    private final Examinations examinations;

    public Requests(
            Accounts accounts,
            Grants grants,
            Drafts drafts,
            Dossiers dossiers,
            Parties parties,
            Decisions decisions,
            Clock clock,
            Delegations delegations,
            Examinations examinations) {
        this.accounts = accounts;
        this.grants = grants;
        this.drafts = drafts;
        this.dossiers = dossiers;
        this.parties = parties;
        this.decisions = decisions;
        this.clock = clock;
        this.delegations = delegations;
        this.examinations = examinations;
    }

    public Account someone(String name) {
        return accounts.create(name + "-" + UUID.randomUUID() + "@exemple.fr", "fr");
    }

    /// Someone who works for the administration.
    public Account staff(String relation, Scope scope) {
        return staff(relation, scope, "Claire", "Vidal", "instructrice");
    }

    /// Someone who works for the administration, under this name and in this capacity.
    public Account staff(
            String relation, Scope scope, String givenName, String surname, String capacity) {
        Account account =
                accounts.rename(someone(relation).id(), givenName, surname, capacity, "fr", TEST);
        grants.give(account.id(), relation, scope, clock.instant(), null, TEST);
        if (relation.equals("signatory")) {
            delegate(account, scope);
        }
        return account;
    }

    /// He may sign all decisions of the office, by an order that was published.
    public Delegation delegate(Account account, Scope office) {
        LocalDate published = clock.instant().atZone(ZoneOffset.UTC).toLocalDate().minusDays(30);
        Delegation given =
                new Delegation(
                        UUID.randomUUID(),
                        office.id(),
                        account.id(),
                        false,
                        EnumSet.allOf(Delegation.Kind.class),
                        Set.of(),
                        "75-2026-10-24-00007",
                        published,
                        "75-2026-612",
                        published,
                        published.plusDays(1),
                        null);
        delegations.give(given, TEST);
        return given;
    }

    /// A draft with nothing in it.
    public Dossier empty(Account employer) {
        return empty(PROCEDURE, employer);
    }

    /// A draft of some procedure with nothing in it.
    public Dossier empty(String procedure, Account employer) {
        return drafts.open(procedure, Part.EMPLOYER, employer, "fr");
    }

    /// A draft in which every question has the catalogue's own example for an answer, and every
    /// document is still to come.
    public Dossier filled(Account employer) {
        return fill(empty(employer), employer);
    }

    /// The same, of a draft that someone else opened; what is answered already stays.
    public Dossier fill(Dossier draft, Account by) {
        Version version = dossiers.version(draft);
        // some questions appear once others are answered
        for (int pass = 0; pass < 2; pass++) {
            answer(draft.id(), by, examples(version, dossiers.dossier(draft.id())));
        }
        version.requiredPieces(dossiers.dossier(draft.id()).values())
                .forEach(
                        piece ->
                                drafts.declareUnavailable(
                                        draft.id(), piece.id(), "Elle est en route", by));
        return dossiers.dossier(draft.id());
    }

    /// A draft that is filled, of an establishment elsewhere, so that another office has it.
    public Dossier filledAt(Account employer, String postcode, String city, String department) {
        Dossier draft = filled(employer);
        answer(
                draft.id(),
                employer,
                "establishment_postcode",
                postcode,
                "establishment_city",
                city,
                "establishment_department",
                department);
        return draft;
    }

    /// A draft for an artist who lives abroad, ready to be deposited.
    public Dossier artistAbroad(Account employer) {
        Dossier draft = fill(empty("artiste-contrat", employer), employer);
        answer(draft.id(), employer, "lives", "abroad");
        return fill(dossiers.dossier(draft.id()), employer);
    }

    /// What is granted to the artist of the examples.
    public static Decision violinist() {
        return new Decision.Granted(
                LocalDate.parse("2027-09-01"),
                LocalDate.parse("2028-08-31"),
                new Amount(BigDecimal.valueOf(35), Per.WEEK),
                "Violoniste",
                "À durée déterminée d’usage (CDDU)",
                "Boulangerie des Lices",
                "73282932000074",
                extent("2400"));
    }

    public Dossier deposited(Account employer) {
        return deposit(filled(employer), employer);
    }

    /// Deposits a draft that is ready.
    public Dossier deposit(Dossier draft, Account by) {
        return ((Submission.Accepted) dossiers.submit(draft.id(), by, true)).dossier();
    }

    /// A request that this caseworker has in charge and found complete.
    public Dossier complete(Account employer, Account caseworker) {
        DossierId id = deposited(employer).id();
        decisions.assign(id, caseworker.id(), caseworker);
        return decisions.certify(id, caseworker);
    }

    /// A request that this caseworker examines.
    public Dossier inExamination(Account employer, Account caseworker) {
        return decisions.begin(complete(employer, caseworker).id(), caseworker);
    }

    /// A request whose decision waits to be signed.
    public Dossier prepared(Account employer, Account caseworker) {
        return prepare(inExamination(employer, caseworker).id(), caseworker);
    }

    /// Prepares an authorization for the whole contract of the examples.
    public Dossier prepare(DossierId id, Account caseworker) {
        Decision granted = granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-08-31"));
        Preparation preparation =
                decisions.prepare(id, dossiers.dossier(id).version(), granted, caseworker);
        return ((Preparation.Ready) preparation).dossier();
    }

    /// What waits to be signed is, as its signatory reads it.
    public Dossier sign(DossierId id, Account signatory) {
        return examinations.sign(id, examinations.review(id, signatory).hashes(), signatory);
    }

    /// An authorization to work, of which the worker is told as well.
    public Dossier granted(
            Account employer, Account worker, Account caseworker, Account signatory) {
        Dossier prepared = prepared(employer, caseworker);
        join(prepared.id(), Part.WORKER, worker);
        return sign(prepared.id(), signatory);
    }

    /// An authorization for the job of the examples, between two days.
    public static Decision granted(LocalDate from, LocalDate until) {
        return new Decision.Granted(
                from,
                until,
                new Amount(BigDecimal.valueOf(35), Per.WEEK),
                "Assistante de gestion",
                "Contrat à durée déterminée",
                "Boulangerie des Lices",
                "73282932000074",
                extent("1485.50"));
    }

    /// Wherever a metropolitan office grants it, for a monthly pay and under no condition.
    public static Extent extent(String pay) {
        return new Extent(
                Zone.METROPOLITAN, new Amount(new BigDecimal(pay), Per.MONTH), List.of(), "");
    }

    /// Someone takes part in a request, as if invited.
    public void join(DossierId dossier, Part part, Account account) {
        grants.give(
                account.id(),
                Relation.of(part).granted(),
                dossier.scope(),
                clock.instant(),
                null,
                TEST);
        parties.join(dossier, account);
    }

    /// Answers some questions again, whatever was answered before.
    public void answer(DossierId id, Account by, String... fieldsAndTexts) {
        List<Given> given = new ArrayList<>();
        for (int i = 0; i < fieldsAndTexts.length; i += 2) {
            int revision = dossiers.dossier(id).answers().revision(fieldsAndTexts[i]);
            given.add(new Given(fieldsAndTexts[i], fieldsAndTexts[i + 1], revision));
        }
        answer(id, by, given);
    }

    private void answer(DossierId id, Account by, List<Given> given) {
        drafts.answer(id, given, by, Locale.FRENCH);
    }

    /// What was taken over is answered again, by the example.
    private static boolean answered(Dossier draft, Field field) {
        return draft.answers().of(field.id()).filter(known -> known.taken() == null).isPresent();
    }

    private static List<Given> examples(Version version, Dossier draft) {
        List<Given> given = new ArrayList<>();
        for (Part part : Part.values()) {
            for (Field field : version.visibleFields(part, draft.values())) {
                if (field.example() != null && !answered(draft, field)) {
                    given.add(
                            new Given(
                                    field.id(),
                                    field.example(),
                                    draft.answers().revision(field.id())));
                }
            }
        }
        return given;
    }
}
