package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.employer.mandate.Mandate;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Mandates;
import fr.gouv.workinfrance.employer.mandate.Power;
import fr.gouv.workinfrance.employer.mandate.Proposal;
import fr.gouv.workinfrance.employer.mandate.Reach;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

import tools.jackson.databind.json.JsonMapper;

import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/// Whoever holds a mandate of an employer finds among his requests those that it opens to him.
@WifTest
class OpeningTest {

    @Autowired Mandates mandates;
    @Autowired Dossiers dossiers;
    @Autowired Requests requests;
    @Autowired Grants grants;
    @Autowired JdbcClient jdbc;
    @Autowired JsonMapper json;
    @Autowired TransactionTemplate transaction;
    @Autowired SettableClock clock;

    private Account employer;
    private Account school;
    private Siret siret;

    @BeforeEach
    void an_employer_whom_the_house_knows() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        school = requests.someone("ecole");
        siret = Companies.siret();
        grants.give(
                employer.id(),
                "employer_deposits",
                new Scope("employer", "siren:" + siret.siren()),
                clock.instant(),
                null,
                Actor.system("test"));
    }

    @Test
    void the_requests_of_the_employer_are_listed_the_newest_first_page_after_page() {
        Dossier own = requests.empty(school);
        List<Dossier> theirs = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            clock.advance(Duration.ofMinutes(1));
            theirs.add(of(siret));
        }
        of(Companies.siret());
        assertThat(listed(null, 10)).containsExactly(own.id());

        Mandate mandate = wide(Set.of(), EnumSet.allOf(Power.class));
        List<DossierId> all =
                List.of(theirs.get(2).id(), theirs.get(1).id(), theirs.get(0).id(), own.id());
        assertThat(listed(null, 10)).isEqualTo(all);
        assertThat(listed(null, 2)).isEqualTo(all.subList(0, 2));
        assertThat(listed(theirs.get(1), 10)).isEqualTo(all.subList(2, 4));
        assertThat(all).allSatisfy(id -> assertThat(dossiers.see(id, school)).isPresent());

        mandates.end(mandate.id(), employer);
        assertThat(listed(null, 10)).containsExactly(own.id());
    }

    @Test
    void only_what_the_mandate_says_is_listed() {
        Dossier draft = of(siret);
        wide(Set.of(), Set.of(Power.RECEIVE_DECISION));
        assertThat(listed(null, 10)).as("a draft, of which it does not speak").isEmpty();

        wide(Set.of(other(siret)), Set.of(Power.FILL));
        assertThat(listed(null, 10)).as("another establishment").isEmpty();

        one(of(siret), Set.of(Power.FILL));
        assertThat(listed(null, 10)).hasSize(1).doesNotContain(draft.id());

        wide(Set.of(siret.value()), Set.of(Power.FILL));
        assertThat(listed(null, 10)).hasSize(2).contains(draft.id());
    }

    @Test
    void they_are_found_by_an_index_however_many_requests_there_are() {
        wide(Set.of(), EnumSet.allOf(Power.class));
        List<Opening> openings = Opening.of(mandates.heldBy(school.id()), clock.instant());
        Timestamp before = Timestamp.from(Instant.parse("2030-01-01T00:00:00Z"));
        UUID none = new UUID(0, 0);
        transaction.executeWithoutResult(
                _ -> {
                    // few rows are here: an index that can serve must be the only way left
                    jdbc.sql("set local enable_seqscan = off").update();
                    assertThat(
                                    jdbc.sql("explain " + ProxyTable.OPENED)
                                            .param("openings", json.writeValueAsString(openings))
                                            .param("before", before)
                                            .param("beforeId", none)
                                            .param("limit", 26)
                                            .query(String.class)
                                            .list())
                            .anyMatch(line -> line.contains("dossier_of_siren"))
                            .noneMatch(line -> line.contains("Seq Scan on dossier"));
                    assertThat(
                                    jdbc.sql("explain " + ProxyTable.FILED_UNDER_MANDATE)
                                            .param("holder", school.id())
                                            .param("siren", siret.siren())
                                            .query(String.class)
                                            .list())
                            .noneMatch(line -> line.contains("Seq Scan on dossier"))
                            .anyMatch(line -> line.contains("employer_siret, 9) ="));
                    assertThat(
                                    jdbc.sql("explain " + DossierTable.OF_ACCOUNT)
                                            .param("account", school.id())
                                            .param("opened", new UUID[] {none})
                                            .param("before", before)
                                            .param("beforeId", none)
                                            .param("limit", 26)
                                            .query(String.class)
                                            .list())
                            .anyMatch(line -> line.contains("party_account"))
                            .noneMatch(line -> line.contains("Seq Scan on dossier"));
                });
    }

    private List<DossierId> listed(@Nullable Dossier after, int limit) {
        return dossiers.of(school, after, limit).stream().map(Dossier::id).toList();
    }

    private Dossier of(Siret of) {
        Dossier draft = requests.empty(employer);
        requests.answer(draft.id(), employer, "employer_siret", of.value());
        return dossiers.dossier(draft.id());
    }

    private static String other(Siret siret) {
        for (int number = 2; number < 10_000; number++) {
            String tried = siret.siren() + "%05d".formatted(number);
            if (Siret.parse(tried).isPresent() && !tried.equals(siret.value())) {
                return tried;
            }
        }
        throw new AssertionError(siret);
    }

    private Mandate wide(Set<String> sirets, Set<Power> powers) {
        return given(new Reach.Requests(null, sirets, "les demandes"), powers);
    }

    private void one(Dossier request, Set<Power> powers) {
        given(
                new Reach.OneRequest(
                        request.id().scope(), request.reference().value(), "cette demande"),
                powers);
    }

    private Mandate given(Reach reach, Set<Power> powers) {
        Mandate drafted =
                mandates.draft(
                        new Proposal(
                                new Giver("Fournil", siret.siren(), employer.id()),
                                new Holder("Paul Martin", "Lycée", school.id()),
                                reach,
                                powers,
                                LocalDate.parse("2026-11-23"),
                                LocalDate.parse("2027-11-22")),
                        employer);
        Mandate given = mandates.accept(drafted.id(), "Anne Le Goff", "gérante", "x", employer);
        assertThat(given.opens()).isTrue();
        return given;
    }
}
