package fr.gouv.workinfrance.office;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Territories;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/// Which service is competent where, and who works there, on a real database.
@WifTest
class OfficesTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    @Autowired Offices offices;
    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Territories territories;

    @Test
    void each_departement_has_one_prefecture_which_sits_in_it() {
        List<Department> departments = territories.departments();
        assertThat(departments).hasSizeGreaterThanOrEqualTo(101);
        for (Department department : departments) {
            String code = department.code();
            assertThat(
                            offices.all().stream()
                                    .filter(office -> office.kind() == OfficeKind.PREFECTURE)
                                    .filter(office -> office.covers(code, TODAY)))
                    .as(code)
                    .singleElement()
                    .satisfies(office -> assertThat(office.seat()).isEqualTo(code));
            assertThat(offices.covering(OfficeKind.PREFECTURE, code, TODAY))
                    .as(code)
                    .map(Office::id)
                    .contains("prefecture-" + code.toLowerCase(Locale.ROOT));
        }
    }

    @ParameterizedTest
    @CsvSource({"75, 2021-03-31, false", "75, 2021-04-01, true", "99, 2026-11-23, false"})
    void a_prefecture_is_competent_where_and_when_the_law_says(
            String department, LocalDate on, boolean competent) {
        assertThat(offices.covering(OfficeKind.PREFECTURE, department, on).isPresent())
                .isEqualTo(competent);
    }

    @Test
    void an_office_can_be_named_and_reached_as_the_acknowledgment_must_tell() {
        assertThat(offices.all())
                .allSatisfy(
                        office -> {
                            assertThat(office.name()).isNotBlank();
                            assertThat(office.email()).isNotBlank();
                            assertThat(office.phone()).isNotBlank();
                        });
    }

    @Test
    void members_are_those_whose_grant_runs() {
        Account anne = accounts.create("anne-" + UUID.randomUUID() + "@exemple.fr", "fr");
        Scope lozere = new Scope("office", "prefecture-48");
        var grant =
                grants.give(
                        anne.id(),
                        "caseworker",
                        lozere,
                        SettableClock.START.minusSeconds(60),
                        null,
                        Actor.system("test"));
        assertThat(offices.members("prefecture-48", "caseworker"))
                .extracting(Account::id)
                .contains(anne.id());
        assertThat(offices.members("prefecture-48", "signatory"))
                .extracting(Account::id)
                .doesNotContain(anne.id());
        assertThat(offices.of(anne, "caseworker"))
                .extracting(Office::id)
                .containsExactly("prefecture-48");
        assertThat(offices.of(anne, "signatory")).isEmpty();

        grants.end(grant.id(), SettableClock.START.minusSeconds(30), Actor.system("test"));
        assertThat(offices.members("prefecture-48", "caseworker"))
                .extracting(Account::id)
                .doesNotContain(anne.id());
        assertThat(offices.of(anne, "caseworker")).isEmpty();
    }

    @Test
    void an_office_that_is_not_is_not_found() {
        assertThat(offices.office("prefecture-75")).isPresent();
        assertThat(offices.office("prefecture-99")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "35, 2026-11-23, prefecture-35, plateforme-bethune, office.handling.platform",
        "62, 2026-11-23, prefecture-62, plateforme-bethune, office.handling.platform",
        "35, 2021-04-05, prefecture-35, prefecture-35, office.handling.own",
        "75, 2026-11-23, prefecture-75, prefecture-75, office.handling.own",
        "2A, 2026-11-23, prefecture-2a, prefecture-2a, office.handling.own",
    })
    void the_prefet_decides_and_a_platform_may_examine_for_him(
            String department, LocalDate on, String deciding, String examining, String key) {
        assertThat(offices.handling(department, on))
                .hasValueSatisfying(
                        handling -> {
                            assertThat(handling.deciding().id()).isEqualTo(deciding);
                            assertThat(handling.examining().id()).isEqualTo(examining);
                            assertThat(handling.messageKey()).isEqualTo(key);
                            assertThat(handling.args()).doesNotContainNull().hasSize(2);
                        });
    }

    @Test
    void the_platform_covers_four_regions_and_no_other() {
        assertThat(
                        territories.departments().stream()
                                .filter(
                                        department ->
                                                offices.covering(
                                                                OfficeKind.PLATFORM,
                                                                department.code(),
                                                                TODAY)
                                                        .isPresent())
                                .map(Department::region))
                .hasSize(24)
                .containsOnly("Bretagne", "Normandie", "Hauts-de-France", "Grand Est");
    }
}
