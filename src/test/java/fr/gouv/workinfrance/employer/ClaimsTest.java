package fr.gouv.workinfrance.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Nobody acts for a company because he says so.
@WifTest
class ClaimsTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-23");

    @Autowired Claims claims;
    @Autowired Companies companies;
    @Autowired Employers employers;
    @Autowired Grants grants;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired Requests requests;
    @Autowired SettableClock clock;

    Account first;
    Account second;
    Account agent;
    Siret siret;
    EmployerId id;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        first = requests.someone("premiere");
        second = requests.someone("second");
        agent = requests.staff("caseworker", Requests.PREFECTURE);
        siret = Companies.siret();
        id = EmployerId.of(new Siren(siret.siren()));
    }

    @Test
    void an_extract_of_the_register_that_an_agent_has_read_makes_an_administrator() {
        Claim claim = companies.claim(siret, first);

        assertThat(claims.prove(claim.id(), extract(TODAY.minusMonths(2)), first))
                .isEqualTo(Proven.TO_CHECK);
        assertThat(grants.of(first.id())).isEmpty();
        claims.accept(claim.id(), agent);

        Position position = employers.of(grants.of(first.id())).getFirst();
        assertThat(position.administers()).isTrue();
        assertThat(position.establishments()).hasSize(1);
    }

    @Test
    void an_extract_of_three_months_or_of_tomorrow_proves_nothing() {
        Claim claim = companies.claim(siret, first);

        assertThat(claims.prove(claim.id(), extract(TODAY.minusMonths(3)), first))
                .isEqualTo(Proven.NOT_RECENT);
        assertThat(claims.prove(claim.id(), extract(TODAY.plusDays(1)), first))
                .isEqualTo(Proven.NOT_RECENT);
        assertThat(claims.prove(claim.id(), extract(TODAY.minusMonths(3).plusDays(1)), first))
                .isEqualTo(Proven.TO_CHECK);
    }

    @Test
    void what_another_way_of_signing_in_vouches_for_makes_the_first_administrator_alone() {
        Claim claim = companies.claim(siret, first);
        assertThat(claims.prove(claim.id(), asserted(Companies.siret()), first))
                .isEqualTo(Proven.OTHER_COMPANY);
        assertThat(claims.prove(claim.id(), asserted(siret), first)).isEqualTo(Proven.ADMITTED);

        Claim later = companies.claim(siret, second);
        assertThat(claims.prove(later.id(), asserted(siret), second)).isEqualTo(Proven.ASKED);
        assertThat(grants.of(second.id())).isEmpty();
    }

    @Test
    void who_comes_second_is_told_and_those_who_administer_the_company_are_told_of_him() {
        Employer company = companies.open(first, 1);
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Claiming claiming =
                    claims.open(
                            company.establishments().getFirst().siret(), "Autre nom", null, second);
            queue.runDue();

            assertThat(claiming).isInstanceOf(Claiming.Asked.class);
            assertThat(mailbox.to(first.email()).getLast().text())
                    .contains("/entreprise/" + company.siren().value() + "/membres")
                    .doesNotContain(second.email());
        }
        Claim asked = claims.open(company.id()).getFirst();
        claims.letIn(company.id(), asked.id(), Role.SEES, List.of(), first);
        assertThat(companies.membership(company, second).role()).isEqualTo(Role.SEES);
        assertThat(employers.employer(company.id()).orElseThrow().name())
                .isEqualTo("Boulangerie des Lices");
    }

    @Test
    void who_is_turned_down_is_told_so_and_may_contest_with_a_proof() {
        Employer company = companies.open(first, 1);
        Siret its = company.establishments().getFirst().siret();
        Claim asked = companies.claim(its, second);
        claims.turnDown(company.id(), asked.id(), "Inconnu ici", first);
        assertThat(claims.of(second).getFirst().reason()).isEqualTo("Inconnu ici");

        Claim contest = companies.claim(its, second);
        claims.prove(contest.id(), new Proof.Delegation(document()), second);
        assertThatThrownBy(() -> claims.turnDown(company.id(), contest.id(), "Non", first))
                .isInstanceOf(IllegalChange.class);
        claims.accept(contest.id(), agent);

        assertThat(companies.membership(company, second).role()).isEqualTo(Role.ADMINISTERS);
        assertThat(companies.membership(company, first).role()).isEqualTo(Role.ADMINISTERS);
    }

    @Test
    void a_proof_that_is_not_good_is_refused_with_its_reason_and_gives_nothing() {
        Claim claim = companies.claim(siret, first);
        claims.prove(claim.id(), extract(TODAY), first);

        claims.refuse(claim.id(), "L’extrait est illisible", agent);

        assertThat(grants.of(first.id())).isEmpty();
        assertThat(claims.of(first).getFirst().reason()).isEqualTo("L’extrait est illisible");
        assertThatThrownBy(() -> claims.accept(claim.id(), agent))
                .isInstanceOf(IllegalChange.class);
    }

    @Test
    void a_proof_is_read_by_an_agent_who_is_not_the_one_who_gives_it() {
        Claim claim = companies.claim(siret, agent);
        claims.prove(claim.id(), extract(TODAY), agent);

        for (Account wrong : List.of(agent, first)) {
            assertThatThrownBy(() -> claims.accept(claim.id(), wrong))
                    .isInstanceOf(IllegalChange.class);
        }
    }

    @Test
    void a_proof_is_read_where_the_establishment_is_and_by_nobody_elsewhere() {
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-69"));
        Claim claim = claimed("75");

        assertThat(claims.toCheck(agent)).contains(claim);
        assertThat(claims.toCheck(claim.id(), agent)).contains(claim);
        assertThat(claims.toCheck(elsewhere)).doesNotContain(claim);
        assertThat(claims.toCheck(claim.id(), elsewhere)).isEmpty();
        assertThat(claims.toCheck(claim.id(), first)).isEmpty();
        assertThat(claims.toCheck(first)).isEmpty();
        assertThatThrownBy(() -> claims.accept(claim.id(), elsewhere))
                .isInstanceOf(IllegalChange.class);
        assertThatThrownBy(() -> claims.refuse(claim.id(), "Non", elsewhere))
                .isInstanceOf(IllegalChange.class);

        claims.accept(claim.id(), agent);
        assertThat(grants.of(first.id())).isNotEmpty();
    }

    @Test
    void a_proof_of_which_nobody_knows_the_place_is_read_by_every_service() {
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-69"));
        Claim claim = claimed(null);

        assertThat(claims.toCheck(agent)).contains(claim);
        assertThat(claims.toCheck(elsewhere)).contains(claim);
        assertThat(new Desk(Set.of("69"), Set.of("69", "75")).reads(claimed("988")))
                .as("of a place that no service covers")
                .isTrue();
    }

    /// A claim whose proof waits, about an establishment of this département.
    private Claim claimed(@Nullable String department) {
        Claiming claiming = claims.open(Companies.siret(), "Fournil", department, first);
        Claim claim = ((Claiming.ToProve) claiming).claim();
        claims.prove(claim.id(), extract(TODAY), first);
        return claims.claim(claim.id(), first).orElseThrow();
    }

    @Test
    void nobody_proves_or_sees_what_another_claims() {
        Claim claim = companies.claim(siret, first);

        assertThat(claims.claim(claim.id(), second)).isEmpty();
        assertThatThrownBy(() -> claims.prove(claim.id(), asserted(siret), second))
                .isInstanceOf(IllegalChange.class);
    }

    @Test
    void what_is_claimed_twice_is_one_claim() {
        assertThat(companies.claim(siret, first)).isEqualTo(companies.claim(siret, first));
        assertThat(claims.open(id)).hasSize(1);
    }

    private static Proof extract(LocalDate day) {
        return new Proof.Extract(document(), day);
    }

    private static Proof asserted(Siret siret) {
        return new Proof.Asserted("ProConnect", siret);
    }

    private static DocumentId document() {
        return new DocumentId(UUID.randomUUID());
    }
}
