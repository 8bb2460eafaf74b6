package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.Locale;
import java.util.UUID;

class ReturnAddressTest {

    private static final UUID LETTER = UUID.fromString("01234567-89ab-cdef-0123-456789abcdef");

    private final ReturnAddress house = new ReturnAddress("retours@exemple.fr", "secret");

    @Test
    void an_address_leads_to_its_letter_however_servers_write_it() {
        String address = house.of(LETTER);

        assertThat(address).startsWith("retours+").endsWith("@exemple.fr");
        assertThat(address.indexOf('@')).as("the most that RFC 5321 allows").isLessThan(65);
        assertThat(house.letter(address)).contains(LETTER);
        assertThat(house.letter("Retours <" + address.toUpperCase(Locale.ROOT) + ">"))
                .contains(LETTER);
    }

    @Test
    void nobody_else_makes_one() {
        String address = house.of(LETTER);
        String other = new ReturnAddress("retours@exemple.fr", "other").of(LETTER);
        String forged = address.replace("01234567", "01234568");

        assertThat(house.letter(other)).isEmpty();
        assertThat(house.letter(forged)).isEmpty();
        assertThat(house.letter(address.replace("exemple.fr", "exemple.fr.example.org"))).isEmpty();
        assertThat(house.letter("x" + address)).isEmpty();
        assertThat(house.letter("retours@exemple.fr")).isEmpty();
        assertThat(house.letter("<" + "a".repeat(10_000) + address + ">")).isEmpty();
    }
}
