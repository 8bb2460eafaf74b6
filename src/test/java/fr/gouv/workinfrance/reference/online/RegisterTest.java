package fr.gouv.workinfrance.reference.online;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.reference.Siret;
import fr.gouv.workinfrance.reference.online.OnlineDouble.Day;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Duration;
import java.util.List;

/// The register on its good days and on its bad ones, over HTTP.
@WifTest
class RegisterTest {

    private static final Siret LA_POSTE = new Siret("35600000000048");
    private static final Siret BAKERY = new Siret("73282932000074");
    private static final Siret CLOSED = new Siret("08812345000012");
    private static final Siret NOT_SHOWN = new Siret("08823456200028");
    private static final Siret NOWHERE = new Siret("08856789600019");

    @Autowired Register register;
    @Autowired Calls calls;
    @Autowired OnlineDouble online;
    @Autowired JdbcClient jdbc;
    @Autowired SettableClock clock;

    @BeforeEach
    void nothing_was_asked_yet() {
        clock.set(SettableClock.START);
        online.fresh(jdbc);
    }

    @AfterEach
    void a_good_day_again() {
        online.on(Day.RIGHT);
    }

    @Test
    void an_establishment_is_found_with_all_that_the_form_asks() {
        assertThat(register.find(BAKERY))
                .isEqualTo(
                        new RegisterAnswer.Found(
                                new Establishment(
                                        BAKERY,
                                        "BOULANGERIE DES LICES",
                                        "AU PAIN DES LICES",
                                        "12 RUE DES LICES",
                                        "75011",
                                        "75111",
                                        "Paris",
                                        "10.71C",
                                        "12",
                                        true,
                                        Establishment.Kind.COMPANY),
                                SettableClock.START));
        assertThat(online.asked())
                .singleElement()
                .asString()
                .contains("q=73282932000074")
                .contains("work-in-france");
    }

    @Test
    void the_kind_of_employer_and_the_state_are_told() {
        assertThat(found(LA_POSTE).name()).isEqualTo("LA POSTE");
        assertThat(found(CLOSED).open()).isFalse();
        assertThat(found(new Siret("08834567300011")))
                .extracting(Establishment::kind, Establishment::town)
                .containsExactly(Establishment.Kind.ASSOCIATION, "Saint-Pierre");
        clock.advance(Duration.ofMinutes(1));
        assertThat(found(new Siret("08845678500018")).kind())
                .isEqualTo(Establishment.Kind.ADMINISTRATION);
    }

    @Test
    void an_unknown_one_and_one_that_is_not_shown_are_said_to_be_so() {
        assertThat(register.find(NOWHERE)).isEqualTo(new RegisterAnswer.Unknown());
        assertThat(register.find(NOT_SHOWN)).isEqualTo(new RegisterAnswer.NotShown());
    }

    @Test
    void what_was_answered_serves_for_a_day_without_asking() {
        register.find(BAKERY);
        register.find(BAKERY);
        assertThat(online.asked()).hasSize(1);
        assertThat(register.known(BAKERY)).isPresent();

        clock.advance(Duration.ofHours(25));
        register.find(BAKERY);
        assertThat(online.asked()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource(
            value = Day.class,
            names = {"SLOW", "TOO_MANY", "BROKEN", "NOT_JSON", "ENDLESS", "CUT", "REFUSED"})
    void on_a_bad_day_the_register_is_away_and_nothing_fails(Day day) {
        online.on(day);
        assertThat(register.find(BAKERY)).isEqualTo(new RegisterAnswer.Away());
        assertThat(register.search("lices", "Paris")).isEqualTo(new RegisterSearch.Away());
        assertThat(register.known(BAKERY)).isEmpty();
    }

    @Test
    void when_it_is_away_what_it_said_before_serves_with_its_date() {
        register.find(BAKERY);
        clock.advance(Duration.ofDays(3));
        online.on(Day.BROKEN);
        assertThat(register.find(BAKERY))
                .isInstanceOfSatisfying(
                        RegisterAnswer.Found.class,
                        found -> assertThat(found.readAt()).isEqualTo(SettableClock.START));
    }

    @Test
    void what_it_says_is_bounded_and_cleaned_however_mad() {
        online.on(Day.NONSENSE);
        Establishment told = found(BAKERY);
        assertThat(told.name()).hasSize(CleanText.LONGEST).startsWith("A B C X");
        assertThat(told)
                .extracting(
                        Establishment::street,
                        Establishment::postcode,
                        Establishment::commune,
                        Establishment::activity,
                        Establishment::headcount)
                .containsOnly("");
        assertThat(register.find(NOWHERE)).isEqualTo(new RegisterAnswer.Unknown());
    }

    @Test
    void after_three_failures_it_is_left_alone_for_half_a_minute() {
        online.on(Day.BROKEN);
        for (int i = 0; i < 6; i++) {
            register.find(BAKERY);
            clock.advance(Duration.ofSeconds(1));
        }
        assertThat(online.asked()).hasSize(3);

        online.on(Day.RIGHT);
        assertThat(register.find(BAKERY)).isEqualTo(new RegisterAnswer.Away());
        clock.advance(Duration.ofSeconds(30));
        assertThat(register.find(BAKERY)).isInstanceOf(RegisterAnswer.Found.class);
    }

    @Test
    void it_is_left_alone_as_long_as_it_asks() {
        online.on(Day.TOO_MANY);
        register.find(BAKERY);
        online.on(Day.RIGHT);
        clock.advance(Duration.ofSeconds(119));
        assertThat(register.find(BAKERY)).isEqualTo(new RegisterAnswer.Away());
        clock.advance(Duration.ofSeconds(1));
        assertThat(register.find(BAKERY)).isInstanceOf(RegisterAnswer.Found.class);
    }

    @Test
    void no_more_calls_leave_in_any_second_than_its_quota() {
        int most = 0;
        for (int tick = 0; tick < 40; tick++) {
            for (int i = 0; i < 5; i++) {
                register.search("nobody " + tick + " " + i, "");
            }
            most = Math.max(most, leftWithinASecond(tick));
            clock.advance(Duration.ofMillis(100));
        }
        assertThat(most).isBetween(4, 7);
    }

    /// Of the questions of the last ten ticks.
    private int leftWithinASecond(int tick) {
        List<String> asked = online.asked();
        return (int)
                asked.stream()
                        .map(line -> line.replaceAll(".*q=nobody (\\d+) .*", "$1"))
                        .filter(of -> Integer.parseInt(of) > tick - 10)
                        .count();
    }

    @Test
    void a_name_and_a_town_find_several_and_the_town_is_asked_by_its_postcodes() {
        assertThat(register.search("Boulangerie des Lices", "Rennes"))
                .isInstanceOfSatisfying(
                        RegisterSearch.Listed.class,
                        listed ->
                                assertThat(listed.establishments())
                                        .extracting(Establishment::name)
                                        .containsExactly(
                                                "BOULANGERIE DES LICES",
                                                "FOURNIL DES LICES",
                                                "ASSOCIATION DES AMIS DES LICES"));
        assertThat(online.asked().getFirst()).contains("code_postal=35000");
    }

    @Test
    void what_no_longer_serves_is_erased() {
        register.find(BAKERY);
        clock.advance(Duration.ofDays(31));
        calls.purge();
        assertThat(
                        jdbc.sql("select count(*) from reference.online_answer")
                                .query(Long.class)
                                .single())
                .isZero();
    }

    private Establishment found(Siret siret) {
        return ((RegisterAnswer.Found) register.find(siret)).establishment();
    }
}
