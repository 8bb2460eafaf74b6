package fr.gouv.workinfrance.employer;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.employer.IllegalChange.Why;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.language.Language;
import fr.gouv.workinfrance.mail.Letter;
import fr.gouv.workinfrance.mail.Mail;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;

/// How someone comes to act for a company that does not know him here: he proves that he may, and
/// the first who does administers it; or those who administer it let him in. Meanwhile nothing
/// keeps him from filling and depositing requests by himself.
@Component
public class Claims {

    private static final ZoneId PARIS = ZoneId.of("Europe/Paris");
    private static final int SOME = 50;
    private static final String CASEWORKER = "caseworker";

    private final ClaimTable table;
    private final EmployerTable employers;
    private final Employers companies;
    private final Members members;
    private final Accounts accounts;
    private final Grants grants;
    private final Offices offices;
    private final Mail mail;
    private final Journal journal;
    private final Clock clock;
    private final String baseUrl;

    Claims(
            ClaimTable table,
            EmployerTable employers,
            Employers companies,
            Members members,
            Accounts accounts,
            Grants grants,
            Offices offices,
            Mail mail,
            Journal journal,
            Clock clock,
            @Value("${wif.base-url}") String baseUrl) {
        this.table = table;
        this.employers = employers;
        this.companies = companies;
        this.members = members;
        this.accounts = accounts;
        this.grants = grants;
        this.offices = offices;
        this.mail = mail;
        this.journal = journal;
        this.clock = clock;
        this.baseUrl = baseUrl;
    }

    /// What someone has claimed, the newest first.
    @Transactional(readOnly = true)
    public List<Claim> of(Account account) {
        return table.of(account.id(), SOME);
    }

    /// A claim of this person's own; for anyone else there is none.
    @Transactional(readOnly = true)
    public Optional<Claim> claim(UUID id, Account account) {
        return table.find(id).filter(claim -> claim.account().equals(account.id()));
    }

    /// Whether somebody administers the company, who can let others in.
    @Transactional(readOnly = true)
    public boolean administered(EmployerId employer) {
        return !members.administrators(employer).isEmpty();
    }

    /// Someone says that he acts for the company of this establishment. Where it has
    /// administrators, they are told. Said twice, it is one claim.
    ///
    /// @param department where the establishment is, by its code; absent when it is not known
    @Transactional
    public Claiming open(Siret siret, String name, @Nullable String department, Account by) {
        Claim wanted =
                new Claim(
                        UUID.randomUUID(),
                        siret,
                        name.strip(),
                        department,
                        by.id(),
                        now(),
                        Claim.State.ASKED,
                        Optional.empty(),
                        null);
        EmployerId employer = wanted.employer();
        boolean known =
                Membership.of(grants.of(by.id())).stream()
                        .anyMatch(member -> member.employer().equals(employer));
        if (known) {
            return new Claiming.Known();
        }
        Optional<Claim> open =
                table.open(employer).stream()
                        .filter(claim -> claim.account().equals(by.id()))
                        .findFirst();
        List<UUID> administrators = members.administrators(employer);
        Claim claim = open.orElse(wanted);
        if (open.isEmpty()) {
            table.insert(wanted);
            record(wanted, by.actor(), "claim.opened", Map.of());
            tell(administrators, wanted, "asked");
        }
        return administrators.isEmpty() ? new Claiming.ToProve(claim) : new Claiming.Asked(claim);
    }

    /// Gives a proof. A document is read by an agent. What a way of signing in asserts is enough
    /// where nobody administers the company yet; otherwise it is for its administrators to say.
    @Transactional
    public Proven prove(UUID id, Proof proof, Account by) {
        Claim claim =
                table.lock(id)
                        .filter(known -> known.account().equals(by.id()))
                        .filter(Claim::open)
                        .orElseThrow(Claims::settled);
        Proven proven =
                switch (proof) {
                    case Proof.Extract extract ->
                            extract.recent(today()) ? Proven.TO_CHECK : Proven.NOT_RECENT;
                    case Proof.Delegation _ -> Proven.TO_CHECK;
                    case Proof.Asserted(_, Siret siret) ->
                            !siret.siren().equals(claim.siret().siren())
                                    ? Proven.OTHER_COMPANY
                                    : administered(claim.employer())
                                            ? Proven.ASKED
                                            : Proven.ADMITTED;
                };
        if (proven == Proven.NOT_RECENT || proven == Proven.OTHER_COMPANY) {
            return proven;
        }
        table.prove(
                id, proven == Proven.TO_CHECK ? Claim.State.TO_CHECK : Claim.State.ASKED, proof);
        record(claim, by.actor(), "claim.proved", Map.of("proof", ClaimTable.kind(proof)));
        if (proven == Proven.ADMITTED) {
            admit(claim, Role.ADMINISTERS, List.of(), by.actor());
        }
        return proven;
    }

    // ---- by those who administer the company

    /// The claims about a company that wait, the oldest first.
    @Transactional(readOnly = true)
    public List<Claim> open(EmployerId employer) {
        return table.open(employer);
    }

    /// An administrator lets someone in, in this role.
    ///
    /// @param sirets empty for the whole of the company
    @Transactional
    public void letIn(
            EmployerId employer, UUID id, Role role, Collection<String> sirets, Account by) {
        Employers.requireOpen(companies.administered(employer, by));
        admit(open(employer, id), role, sirets, by.actor());
    }

    /// An administrator does not let someone in. A proof that waits for an agent still does.
    @Transactional
    public void turnDown(EmployerId employer, UUID id, String reason, Account by) {
        companies.administered(employer, by);
        Claim claim = open(employer, id);
        if (claim.state() == Claim.State.TO_CHECK) {
            throw settled();
        }
        refuse(claim, reason, by.actor());
    }

    private Claim open(EmployerId employer, UUID id) {
        return table.lock(id)
                .filter(claim -> claim.employer().equals(employer))
                .filter(Claim::open)
                .orElseThrow(Claims::settled);
    }

    // ---- by an agent

    /// The claims whose proof this agent is to read, the oldest first: some of them.
    @Transactional(readOnly = true)
    public List<Claim> toCheck(Account agent) {
        return desk(agent).map(desk -> table.toCheck(desk, SOME)).orElse(List.of());
    }

    /// One of them; for an agent who is not to read it, there is none.
    @Transactional(readOnly = true)
    public Optional<Claim> toCheck(UUID id, Account agent) {
        return desk(agent)
                .flatMap(desk -> table.find(id).filter(desk::reads))
                .filter(claim -> claim.state() == Claim.State.TO_CHECK);
    }

    /// What someone reads; nothing for who is no caseworker.
    private Optional<Desk> desk(Account agent) {
        List<Office> his = offices.of(agent, CASEWORKER);
        return his.isEmpty() ? Optional.empty() : Optional.of(Desk.of(his, offices.all(), today()));
    }

    /// An agent has read the proof, and it is good: this person administers the company. Those who
    /// did already are told, and go on.
    @Transactional
    public void accept(UUID id, Account agent) {
        Claim claim = checked(id, agent);
        tell(members.administrators(claim.employer()), claim, "joined");
        admit(claim, Role.ADMINISTERS, List.of(), agent.actor());
    }

    /// An agent has read the proof, and it is not good, for this reason.
    @Transactional
    public void refuse(UUID id, String reason, Account agent) {
        refuse(checked(id, agent), reason, agent.actor());
    }

    private Claim checked(UUID id, Account agent) {
        return desk(agent)
                .flatMap(desk -> table.lock(id).filter(desk::reads))
                .filter(claim -> claim.state() == Claim.State.TO_CHECK)
                .filter(claim -> !claim.account().equals(agent.id()))
                .orElseThrow(Claims::settled);
    }

    // ---- what comes of it

    private void admit(Claim claim, Role role, Collection<String> sirets, Actor by) {
        EmployerId id = claim.employer();
        employers.insert(id, claim.name(), now());
        employers.insert(id, claim.siret(), claim.name(), now());
        Employer employer = employers.lock(id).orElseThrow();
        table.settle(claim.id(), Claim.State.ACCEPTED, null, by, now());
        record(claim, by, "claim.accepted", Map.of("role", role.name()));
        members.admit(employer, claim.account(), role, sirets, by);
        tell(List.of(claim.account()), claim, "accepted");
    }

    private void refuse(Claim claim, String reason, Actor by) {
        table.settle(claim.id(), Claim.State.REFUSED, reason.strip(), by, now());
        record(claim, by, "claim.refused", Map.of());
        tell(List.of(claim.account()), claim, "refused");
    }

    /// A letter says what happened and where to read more; what people typed is read there.
    private void tell(List<UUID> people, Claim claim, String what) {
        String siren = claim.siret().siren();
        boolean administrators = what.equals("asked") || what.equals("joined");
        for (Account each : accounts.named(people).values()) {
            Locale language = Locale.of(each.language());
            mail.post(
                    new Letter(
                            "employer/" + what + "/" + claim.id() + "/" + each.id(),
                            each.email(),
                            language,
                            "company",
                            Map.of(
                                    "what", what,
                                    "siren", siren,
                                    "link",
                                            baseUrl
                                                    + Language.of(language).prefix()
                                                    + (administrators
                                                            ? "/entreprise/" + siren + "/membres"
                                                            : "/entreprise"))));
        }
    }

    private void record(Claim claim, Actor by, String act, Map<String, String> facts) {
        Map<String, String> all = new TreeMap<>(facts);
        all.put("claim", claim.id().toString());
        all.put("account", claim.account().toString());
        journal.record(claim.employer().subject(), by, act, all);
    }

    private static IllegalChange settled() {
        return new IllegalChange(Why.SETTLED);
    }

    private LocalDate today() {
        return clock.instant().atZone(PARIS).toLocalDate();
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
