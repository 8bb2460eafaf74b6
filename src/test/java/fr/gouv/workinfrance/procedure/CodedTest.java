package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Parsed.Value;
import fr.gouv.workinfrance.procedure.Parsed.Wrong;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;

/// Codes of the lists of the State, and the numbers of companies and documents.
class CodedTest {
    private static final Coded AGREEMENT =
            new Coded.Agreement(Catalogue.GAZETTEER.codes().agreements());
    private static final Coded ACTIVITY =
            new Coded.Activity(Catalogue.GAZETTEER.codes().activities());

    @Test
    void an_agreement_is_understood_by_number_or_by_words_and_told_in_french_to_all() {
        var fast = new Value("1501", "Restauration rapide (IDCC\u00a01501)");
        for (String typed : List.of("1501", "idcc 1501", "Restauration rapide", fast.display())) {
            assertThat(AGREEMENT.parse(typed, Locale.ENGLISH)).isEqualTo(fast);
        }
        assertThat(AGREEMENT.parse("16", Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Value.class, value -> assertThat(value.canonical()).isEqualTo("0016"));
    }

    @Test
    void a_code_that_the_list_does_not_hold_yet_is_kept_bare() {
        assertThat(AGREEMENT.parse("9998", Locale.FRENCH))
                .isEqualTo(new Value("9998", "IDCC\u00a09998"));
        assertThat(ACTIVITY.parse("9998x", Locale.FRENCH)).isEqualTo(new Value("99.98X", "99.98X"));
    }

    @Test
    void words_that_several_codes_have_tell_them() {
        assertThat(ACTIVITY.parse("restauration", Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Wrong.class,
                        told -> {
                            assertThat(told.messageKey()).isEqualTo("procedure.wrong.several");
                            assertThat(told.args().getFirst().toString())
                                    .contains("Restauration de type rapide (56.10C)");
                        });
        assertThat(ACTIVITY.parse("xyzzy", Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.activity", List.of()));
        assertThat(AGREEMENT.parse("15010", Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.agreement", List.of()));
    }

    @ParameterizedTest
    @CsvSource({
        "99 12 34 56 78, 9912345678, 9912345678",
        "012345678, 012345678, 0012345678",
        "0012345678, 0012345678, 0012345678",
    })
    void a_foreigner_number_is_kept_as_it_stands_and_compared_with_ten_digits(
            String typed, String kept, String compared) {
        var number = new Identifier.ForeignerNumber();
        assertThat(number.parse(typed, Locale.FRENCH)).isEqualTo(new Value(kept, kept));
        assertThat(number.bind("agdref", kept)).isEqualTo(Map.of("agdref", compared));
    }

    @ParameterizedTest
    @CsvSource({"12345678", "12345678901", "A912345678", "٩٩١٢٣٤٥٦٧٨"})
    void a_foreigner_number_has_nine_or_ten_digits(String typed) {
        assertThat(new Identifier.ForeignerNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.foreignerNumber", List.of()));
    }

    @ParameterizedTest
    @CsvSource({"15 ab-12345, 15AB12345", "A1234567, A1234567", "a00123456789, A00123456789"})
    void passports_and_visas_are_letters_and_digits_however_many(String typed, String kept) {
        assertThat(new Identifier.PassportNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(kept, kept));
        assertThat(new Identifier.VisaNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(kept, kept));
    }

    @ParameterizedTest
    @CsvSource({"AB1", "PERDU", "12345é", "1234567890123456789012"})
    void what_is_no_number_of_a_passport_or_a_visa_is_told(String typed) {
        assertThat(new Identifier.PassportNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.passportNumber", List.of()));
        assertThat(new Identifier.VisaNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.visaNumber", List.of()));
    }

    @Test
    void a_company_is_known_by_its_nine_digits() {
        var siren = new Identifier.SirenNumber();
        assertThat(siren.parse("732 829 320", Locale.FRENCH))
                .isEqualTo(new Value("732829320", "732\u00a0829\u00a0320"));
        assertThat(siren.parse("732829321", Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.siren", List.of()));
    }
}
