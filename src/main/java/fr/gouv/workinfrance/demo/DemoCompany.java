package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.demo.past.DemoClock;
import fr.gouv.workinfrance.demo.past.Stories;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.employer.Claim;
import fr.gouv.workinfrance.employer.Claiming;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.EmployerId;
import fr.gouv.workinfrance.employer.Employers;
import fr.gouv.workinfrance.employer.Members;
import fr.gouv.workinfrance.employer.Proof;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

import java.time.Duration;
import java.util.List;
import java.util.Map;

/// The company of the demonstration: its head, the employer, a colleague for one of its two
/// establishments, and the draft of someone who has left.
@Component
@Profile("demo")
class DemoCompany {

    private static final Siret PARIS_11 = new Siret("01245873300016");
    private static final Siret PARIS_15 = new Siret("01245873300024");
    private static final EmployerId COMPANY = EmployerId.of(new Siren(PARIS_11.siren()));
    private static final String NAME = "Boulangeries des Lices";

    private final Accounts accounts;
    private final Claims claims;
    private final Employers employers;
    private final Members members;
    private final Drafts drafts;
    private final DemoClock clock;
    private final TransactionTemplate transaction;

    DemoCompany(
            Accounts accounts,
            Claims claims,
            Employers employers,
            Members members,
            Drafts drafts,
            DemoClock clock,
            TransactionTemplate transaction) {
        this.accounts = accounts;
        this.claims = claims;
        this.employers = employers;
        this.members = members;
        this.drafts = drafts;
        this.clock = clock;
        this.transaction = transaction;
    }

    /// Once the people are there, and before their stories are told.
    @EventListener(ApplicationReadyEvent.class)
    @Order(Stories.AFTER_THE_PEOPLE - 1)
    void make() {
        transaction.executeWithoutResult(
                _ -> {
                    if (employers.employer(COMPANY).isEmpty()) {
                        Account head = account("dirigeante");
                        Account leaver = account("partant");
                        daysAgo(199, () -> open(head, leaver));
                        daysAgo(20, () -> begin(leaver));
                        daysAgo(10, () -> members.remove(COMPANY, leaver.id(), head));
                    }
                });
    }

    private void open(Account head, Account leaver) {
        Claim claim = claim(head);
        claims.prove(claim.id(), new Proof.Asserted("ProConnect", PARIS_11), head);
        employers.add(COMPANY, PARIS_15, NAME + " – Paris 15", head);
        admit(account("employeur"), Role.ADMINISTERS, List.of(), head);
        admit(leaver, Role.DEPOSITS, List.of(), head);
        admit(account("collegue"), Role.FILLS, List.of(PARIS_11.value()), head);
    }

    private void admit(Account account, Role role, List<String> sirets, Account head) {
        claims.letIn(COMPANY, claim(account).id(), role, sirets, head);
    }

    private Claim claim(Account account) {
        return switch (claims.open(PARIS_11, NAME, "75", account)) {
            case Claiming.ToProve(Claim claim) -> claim;
            case Claiming.Asked(Claim claim) -> claim;
            case Claiming.Known _ -> throw new IllegalStateException("known already");
        };
    }

    private void begin(Account leaver) {
        drafts.open(
                "etudiant-professionnalisation",
                Part.EMPLOYER,
                leaver,
                "fr",
                Map.of(
                        "employer_kind",
                        "company",
                        "employer_siret",
                        PARIS_11.value(),
                        "employer_name",
                        NAME,
                        "job_title",
                        "Vendeuse en boulangerie"));
    }

    private void daysAgo(int days, Runnable act) {
        clock.asOf(
                clock.instant().minus(Duration.ofDays(days)),
                () -> {
                    act.run();
                    return days;
                });
    }

    private Account account(String id) {
        return accounts.byEmail(id + "@exemple.fr").orElseThrow();
    }
}
