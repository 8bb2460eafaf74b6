package fr.gouv.workinfrance.examination.batch;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.office.Absence;
import fr.gouv.workinfrance.office.Member;

import org.junit.jupiter.api.Test;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

class BalanceTest {

    private static final LocalDate TODAY = LocalDate.parse("2026-11-30");
    private static final String JOB = "etudiant-emploi";
    private static final UUID BUSY = new UUID(0, 1);
    private static final UUID FREE = new UUID(0, 2);

    @Test
    void the_next_dossier_goes_to_whoever_has_the_fewest_in_charge() {
        assertThat(balance(member(BUSY), member(FREE)).next(JOB, TODAY)).contains(FREE);
    }

    @Test
    void nobody_is_given_a_dossier_while_away_and_everybody_is_again_the_day_after() {
        Absence week = new Absence(UUID.randomUUID(), FREE, TODAY.minusDays(4), TODAY, null);
        Member away = new Member(account(FREE), Set.of(), List.of(week));
        assertThat(balance(member(BUSY), away).next(JOB, TODAY)).contains(BUSY);
        assertThat(balance(member(BUSY), away).next(JOB, TODAY.plusDays(1))).contains(FREE);
    }

    @Test
    void a_dossier_goes_to_those_who_handle_its_procedure_and_otherwise_to_nobody() {
        Member other = new Member(account(FREE), Set.of("etudiant-apprentissage"), List.of());
        assertThat(balance(member(BUSY), other).next(JOB, TODAY)).contains(BUSY);
        assertThat(balance(other).next(JOB, TODAY)).isEmpty();
    }

    private static Balance balance(Member... members) {
        return new Balance(List.of(members), Map.of(BUSY, 12L, FREE, 3L));
    }

    private static Member member(UUID id) {
        return new Member(account(id), Set.of(), List.of());
    }

    private static Account account(UUID id) {
        return new Account(id, id + "@exemple.fr", "Anne", "Roy", null, "fr");
    }
}
