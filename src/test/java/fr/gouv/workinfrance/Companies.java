package fr.gouv.workinfrance;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.employer.Claim;
import fr.gouv.workinfrance.employer.Claiming;
import fr.gouv.workinfrance.employer.Claims;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.EmployerId;
import fr.gouv.workinfrance.employer.Employers;
import fr.gouv.workinfrance.employer.Members;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.Proof;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import java.util.Collection;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.stream.IntStream;

/// Companies and the people who act for them, made through the front doors.
public final class Companies {

    private static final Random RANDOM = new Random();

    private final Claims claims;
    private final Employers employers;
    private final Members members;
    private final Accounts accounts;
    private final Grants grants;

    public Companies(
            Claims claims, Employers employers, Members members, Accounts accounts, Grants grants) {
        this.claims = claims;
        this.employers = employers;
        this.members = members;
        this.accounts = accounts;
        this.grants = grants;
    }

    /// The number of an establishment that nobody has here.
    public static Siret siret() {
        String siren = siren();
        return establishment(siren, 1);
    }

    /// A company of its own, with as many establishments.
    public Employer open(Account head, int establishments) {
        Siret siret = siret();
        prove(claim(siret, head), siret, head);
        EmployerId id = EmployerId.of(new Siren(siret.siren()));
        for (int number = 2; number <= establishments; number++) {
            employers.add(id, establishment(siret.siren(), number), "Atelier " + number, head);
        }
        return employers.employer(id).orElseThrow();
    }

    /// Someone acts for a company, as if he had asked and been let in.
    public void admit(
            Employer company, Account account, Role role, Collection<String> establishments) {
        UUID administrator = members.administrators(company.id()).getFirst();
        Account head = accounts.account(administrator).orElseThrow();
        Claim claim = claim(company.establishments().getFirst().siret(), account);
        claims.letIn(company.id(), claim.id(), role, establishments, head);
    }

    public Membership membership(Employer company, Account account) {
        return employers
                .position(company.siren(), grants.of(account.id()))
                .orElseThrow()
                .membership();
    }

    public Claim claim(Siret siret, Account account) {
        return switch (claims.open(siret, "Boulangerie des Lices", null, account)) {
            case Claiming.ToProve(Claim claim) -> claim;
            case Claiming.Asked(Claim claim) -> claim;
            case Claiming.Known _ -> throw new AssertionError("known already");
        };
    }

    private void prove(Claim claim, Siret siret, Account account) {
        claims.prove(claim.id(), new Proof.Asserted("ProConnect", siret), account);
    }

    private static String siren() {
        String digits = "%08d".formatted(1 + RANDOM.nextInt(99_999_998));
        return IntStream.range(0, 10)
                .mapToObj(key -> Siren.parse(digits + key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow()
                .value();
    }

    private static Siret establishment(String siren, int number) {
        return IntStream.range(0, 10)
                .mapToObj(key -> Siret.parse(siren + "%04d".formatted(number) + key))
                .flatMap(Optional::stream)
                .findFirst()
                .orElseThrow();
    }
}
