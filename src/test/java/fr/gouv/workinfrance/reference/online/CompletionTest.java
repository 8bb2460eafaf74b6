package fr.gouv.workinfrance.reference.online;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.reference.online.OnlineDouble.Day;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.util.List;

/// The base of addresses on its good days and on its bad ones, over HTTP.
@WifTest
class CompletionTest {

    @Autowired Addresses addresses;
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
    void an_address_begun_is_completed_with_its_postcode_and_its_town() {
        assertThat(proposed("1 place des lices", ""))
                .hasSize(3)
                .first()
                .isEqualTo(
                        new PostalAddress(
                                "1 Place des Lices 35000 Rennes",
                                "1 Place des Lices",
                                "35000",
                                "35238",
                                "Rennes"));
    }

    @Test
    void overseas_where_the_filter_leaves_nothing_all_addresses_are_asked() {
        assertThat(proposed("64 chemin de la ravine", "97410"))
                .extracting(PostalAddress::city)
                .containsExactly("Saint-Pierre");
        assertThat(online.asked()).hasSize(2);
    }

    @Test
    void too_short_a_text_is_not_asked_and_an_unknown_one_finds_nothing() {
        assertThat(proposed("1 ", "")).isEmpty();
        assertThat(online.asked()).isEmpty();
        assertThat(proposed("zzz zzz", "")).isEmpty();
    }

    @Test
    void what_it_says_is_bounded_and_cleaned_however_mad() {
        online.on(Day.NONSENSE);
        assertThat(proposed("1 rue longue", ""))
                .singleElement()
                .satisfies(
                        one -> {
                            assertThat(one.label()).hasSize(CleanText.LONGEST);
                            assertThat(one.street()).isEqualTo("1 Rue Longue");
                            assertThat(one.commune()).isEmpty();
                        });
    }

    @ParameterizedTest
    @EnumSource(
            value = Day.class,
            names = {"SLOW", "TOO_MANY", "BROKEN", "NOT_JSON", "ENDLESS", "CUT", "REFUSED"})
    void on_a_bad_day_it_is_away_and_nothing_fails(Day day) {
        online.on(day);
        assertThat(addresses.complete("1 place des lices", "35000"))
                .isEqualTo(new AddressAnswer.Away());
    }

    private List<PostalAddress> proposed(String typed, String postcode) {
        return ((AddressAnswer.Proposed) addresses.complete(typed, postcode)).addresses();
    }
}
