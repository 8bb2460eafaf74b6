package fr.gouv.workinfrance.procedure;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.procedure.Parsed.Value;
import fr.gouv.workinfrance.procedure.Parsed.Wrong;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is understood of what people type.
class FieldTypeTest {
    private static final Set<Per> PAY = Set.of(Per.HOUR, Per.MONTH, Per.YEAR);
    private static final Set<Per> TIME = Set.of(Per.WEEK, Per.MONTH, Per.YEAR);

    @ParameterizedTest
    @CsvSource({
        "12/03/2027, 2027-03-12, 12 mars 2027, 12 March 2027",
        "1/9/2027, 2027-09-01, 1er septembre 2027, 1 September 2027",
        "12.03.2027, 2027-03-12, 12 mars 2027, 12 March 2027",
        "12 03 2027, 2027-03-12, 12 mars 2027, 12 March 2027",
        "2027-03-12, 2027-03-12, 12 mars 2027, 12 March 2027",
        "29/02/2028, 2028-02-29, 29 février 2028, 29 February 2028",
        "1er septembre 2027, 2027-09-01, 1er septembre 2027, 1 September 2027",
        "12 March 2027, 2027-03-12, 12 mars 2027, 12 March 2027",
    })
    void days_are_read_day_first(String typed, String kept, String french, String english) {
        var day = new FieldType.Day();
        assertThat(day.parse(typed, Locale.ENGLISH)).isEqualTo(new Value(kept, english));
        assertThat(day.display(kept, Locale.FRENCH)).isEqualTo(french);
    }

    @ParameterizedTest
    @CsvSource({
        "31/02/2027, noSuchDay",
        "13/13/2027, noSuchDay",
        "29/02/2027, noSuchDay",
        "12/03/27, date",
        "demain, date",
        "septembre 2027, date",
        "12/03/0027, year",
        "99/99/9999, noSuchDay",
    })
    void days_that_are_not_are_told(String typed, String wrong) {
        assertThat(key(new FieldType.Day().parse(typed, Locale.FRENCH))).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource({
        "12/03/1999, 1999-03-12, 12 mars 1999",
        "03/1999, 1999-03-00, mars 1999",
        "1999, 1999-00-00, 1999",
    })
    void a_birth_may_be_known_in_part(String typed, String kept, String shown) {
        assertThat(new FieldType.PartialDay().parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(kept, shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"99", "32/01/1999", "13/1999", "hier", "1850", "<b>1999</b>"})
    void a_birth_that_is_not_a_date_is_told(String typed) {
        assertThat(key(new FieldType.PartialDay().parse(typed, Locale.FRENCH)))
                .isEqualTo("partialDate");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1485 euros/mois | 148500 | MONTH",
                "1 485,50 € par mois | 148550 | MONTH",
                "1,485.50 per month | 148550 | MONTH",
                "1.485 euros / mois | 148500 | MONTH",
                "12,02 €/h | 1202 | HOUR",
                "12 euros de l’heure | | ",
                "25000 € par an | 2500000 | YEAR",
                "25 000 euros bruts par an | 2500000 | YEAR",
                "1485 MONTH | 148500 | MONTH",
                "1 485 euros par mois MONTH | 148500 | MONTH",
                "1 485 euros par mois YEAR | | ",
            })
    void pay_has_a_period(String typed, Long cents, Per per) {
        Parsed parsed = new FieldType.Money(PAY).parse(typed, Locale.FRENCH);
        if (cents == null) {
            assertThat(key(parsed)).isEqualTo("moneyPeriod");
        } else {
            assertThat(parsed)
                    .isInstanceOfSatisfying(
                            Value.class,
                            value ->
                                    assertThat(value.canonical())
                                            .isEqualTo(Map.of("cents", cents, "per", per.name())));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "1485 | moneyPeriod",
                "1485 euros par semaine | moneyPeriod",
                "beaucoup | money",
                "-12 par mois | money",
                "12,505 5 par mois | money",
                "1e9 par mois | money",
                "12 zzz | moneyPeriod",
                "99999999 par mois | money",
            })
    void pay_that_cannot_be_read_is_told(String typed, String wrong) {
        assertThat(key(new FieldType.Money(PAY).parse(typed, Locale.FRENCH))).isEqualTo(wrong);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35 heures/semaine | 2100 | WEEK | 35 h par semaine",
                "144 heures / mois | 8640 | MONTH | 144 h par mois",
                "17h30 par semaine | 1050 | WEEK | 17 h 30 par semaine",
                "17,5 h par semaine | 1050 | WEEK | 17 h 30 par semaine",
                "35 hours a week | 2100 | WEEK | 35 h par semaine",
                "1607 h/an | 96420 | YEAR | 1607 h par an",
                "35 WEEK | 2100 | WEEK | 35 h par semaine",
            })
    void working_time_has_a_period(String typed, long minutes, String per, String shown) {
        assertThat(new FieldType.Hours(TIME).parse(typed, Locale.FRENCH))
                .isInstanceOfSatisfying(
                        Value.class,
                        value -> {
                            assertThat(value.canonical())
                                    .isEqualTo(Map.of("minutes", minutes, "per", per));
                            assertThat(value.display().replace('\u00a0', ' ')).isEqualTo(shown);
                        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "35 | hoursPeriod",
                "35 h | hoursPeriod",
                "169 par semaine | hoursTooMany",
                "temps plein | hours",
                "35 heures par lune | hoursPeriod",
                "35 heures par semaine MONTH | hoursPeriod",
                "WEEK | hours",
            })
    void working_time_that_cannot_be_read_is_told(String typed, String wrong) {
        assertThat(key(new FieldType.Hours(TIME).parse(typed, Locale.FRENCH))).isEqualTo(wrong);
    }

    @Test
    void amounts_are_shown_in_both_languages_and_survive_json() {
        var pay = new FieldType.Money(PAY);
        Map<String, Object> fromJson = Map.of("cents", 148550, "per", "MONTH");
        assertThat(plain(pay.display(fromJson, Locale.FRENCH))).isEqualTo("1 485,50 € par mois");
        assertThat(plain(pay.display(fromJson, Locale.ENGLISH))).isEqualTo("1,485.50 € per month");
        assertThat(pay.bind("pay", fromJson)).isEqualTo(Map.of("pay", 148550L, "pay_per", "MONTH"));
    }

    @Test
    void a_single_period_need_not_be_said() {
        assertThat(new FieldType.Hours(Set.of(Per.WEEK)).parse("35", Locale.FRENCH))
                .isInstanceOf(Value.class);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Ndiaye", "Ɓoye Ɗiallo", "Nguyễn Thị Ánh", "محمد عبد الله", "O’Connor", "Jean-Noël",
                "d'Arc", "Suharto", "José Mª", "Ἀριστοτέλης", "Шевченко", "ʻAkau",
            })
    void names_of_the_world_are_names(String name) {
        assertThat(new FieldType.PersonName().parse(name, Locale.FRENCH)).isInstanceOf(Value.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"<script>", "=1+1", "a@b", "-", "Jean2", "{x}", "…", "+33"})
    void what_is_not_a_name_is_told(String typed) {
        assertThat(key(new FieldType.PersonName().parse(typed, Locale.FRENCH))).isEqualTo("name");
    }

    @ParameterizedTest
    @ValueSource(strings = {"高橋", "สมชาย", "김민준", "Ana 高"})
    void a_name_that_no_official_document_can_bear_is_asked_for_in_latin_letters(String typed) {
        assertThat(key(new FieldType.PersonName().parse(typed, Locale.FRENCH)))
                .isEqualTo("nameScript");
    }

    @Test
    void marks_that_reverse_the_reading_are_dropped() {
        assertThat(new FieldType.PersonName().parse(" Awa\u202e  Fatou\u0000 ", Locale.FRENCH))
                .isEqualTo(new Value("Awa Fatou", "Awa Fatou"));
    }

    @Test
    void texts_are_measured_in_characters_not_in_code_units() {
        var text = new FieldType.Text(3);
        assertThat(text.parse("😀😀😀", Locale.FRENCH)).isInstanceOf(Value.class);
        assertThat(text.parse("abcd", Locale.FRENCH))
                .isEqualTo(new Wrong("procedure.wrong.tooLong", List.of(3, 4)));
        assertThat(new FieldType.LongText(20).parse(" a \r\n b ", Locale.FRENCH))
                .isEqualTo(new Value("a\nb", "a\nb"));
    }

    @ParameterizedTest
    @CsvSource({
        "06 12 34 56 78, +33612345678, +33 6 12 34 56 78",
        "+33 (0)6 12 34 56 78, +33612345678, +33 6 12 34 56 78",
        "0033612345678, +33612345678, +33 6 12 34 56 78",
        "0692 12 34 56, +262692123456, +262 6 92 12 34 56",
        "+221 77 123 45 67, +221771234567, +221771234567",
        "01.99.00.12.34, +33199001234, +33 1 99 00 12 34",
    })
    void telephones_are_kept_with_their_country(String typed, String kept, String shown) {
        assertThat(new FieldType.Phone().parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(kept, shown));
    }

    @ParameterizedTest
    @ValueSource(strings = {"12", "0612", "téléphone", "+0123456789", "06 12 34 56 78 90 12 34 56"})
    void what_is_not_a_telephone_is_told(String typed) {
        assertThat(key(new FieldType.Phone().parse(typed, Locale.FRENCH))).isEqualTo("phone");
    }

    @ParameterizedTest
    @ValueSource(strings = {"a@b", "a b@exemple.fr", "a@exemple..fr", "@exemple.fr", "a@@b.fr"})
    void what_is_not_an_email_is_told(String typed) {
        assertThat(key(new FieldType.Email().parse(typed, Locale.FRENCH))).isEqualTo("email");
    }

    @Test
    void the_domain_of_an_email_has_no_case() {
        assertThat(new FieldType.Email().parse("Awa.N@Exemple.FR", Locale.FRENCH))
                .isEqualTo(new Value("Awa.N@exemple.fr", "Awa.N@exemple.fr"));
    }

    @ParameterizedTest
    @CsvSource({
        "75011, true",
        "97400, true",
        "2A004, false",
        "00100, false",
        "7501, false",
        "99999, false"
    })
    void postcodes_have_five_digits(String typed, boolean right) {
        assertThat(new FieldType.Postcode().parse(typed, Locale.FRENCH) instanceof Value)
                .isEqualTo(right);
    }

    @ParameterizedTest
    @CsvSource({"SN, SN", "sénégalaise, SN", "SENEGALAISE, SN", "Senegalese, SN"})
    void nationalities_are_read_by_code_or_by_name(String typed, String kept) {
        var nationality = new FieldType.CountryCode(Catalogue.GAZETTEER.nationalities());
        assertThat(nationality.parse(typed, Locale.ENGLISH))
                .isEqualTo(new Value(kept, "Senegalese"));
    }

    @Test
    void an_answer_that_is_not_offered_is_told() {
        var choice =
                new FieldType.Choice(
                        List.of(
                                new Option("first", new Words("Première", "First")),
                                new Option("next", new Words("Suivante", "Next"))));
        assertThat(key(choice.parse("third", Locale.FRENCH))).isEqualTo("choice");
        assertThat(choice.display("gone", Locale.FRENCH)).isEqualTo("gone");
        assertThat(key(new FieldType.YesNo().parse("peut-être", Locale.FRENCH)))
                .isEqualTo("choice");
    }

    @ParameterizedTest
    @CsvSource({"99 12-34.56 78, 9912345678", "ab 123456, AB123456"})
    void numbers_of_titles_lose_their_spaces(String typed, String kept) {
        assertThat(new FieldType.TitleNumber().parse(typed, Locale.FRENCH))
                .isEqualTo(new Value(kept, kept));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "12,5 % | 1250 | 12,5 % | 12.5%",
                "12.5% | 1250 | 12,5 % | 12.5%",
                "55 pour cent | 5500 | 55 % | 55%",
                "0 | 0 | 0 % | 0%",
                "33,33 per cent | 3333 | 33,33 % | 33.33%",
            })
    void percentages_are_kept_in_hundredths(String typed, long kept, String fr, String en) {
        var share = new FieldType.Percentage(0, 100);
        assertThat(share.parse(typed, Locale.ENGLISH)).isEqualTo(new Value(kept, en));
        assertThat(plain(share.display(kept, Locale.FRENCH))).isEqualTo(fr);
        assertThat(share.bind("share", (int) kept)).isEqualTo(Map.of("share", kept));
    }

    @ParameterizedTest
    @CsvSource({"la moitié, percentage", "12.345 %, percentage", "0.125, percentage", "101, range"})
    void what_is_not_a_percentage_is_told(String typed, String wrong) {
        assertThat(key(new FieldType.Percentage(0, 100).parse(typed, Locale.FRENCH)))
                .isEqualTo(wrong);
    }

    @Test
    void every_type_takes_a_blank_and_the_strangest_text_without_failing() {
        Stream<FieldType> newer =
                Stream.of(
                        new FieldType.Percentage(0, 100),
                        new Place.Town(Catalogue.GAZETTEER.communes()),
                        new Place.Address(),
                        new Coded.Occupation(Catalogue.GAZETTEER.codes().occupations()),
                        new Coded.Activity(Catalogue.GAZETTEER.codes().activities()),
                        new Coded.Agreement(Catalogue.GAZETTEER.codes().agreements()),
                        new Identifier.SirenNumber(),
                        new Identifier.ForeignerNumber(),
                        new Identifier.PassportNumber(),
                        new Identifier.VisaNumber());
        Stream.concat(Catalogue.STUDENT.fields().stream().map(Field::type), newer)
                .forEach(FieldTypeTest::takesAnything);
    }

    private static void takesAnything(FieldType type) {
        assertThat(type.parse(" \t\u00a0", Locale.FRENCH)).isEqualTo(Parsed.BLANK);
        var chance = new Random(93066);
        String signs = "019 ,.;:()-/%’'aAzZéœ\u00a0\n\r\t\u202e\ud83d٣½€";
        Stream<String> made =
                Stream.generate(
                                () ->
                                        chance.ints(chance.nextInt(30), 0, signs.length())
                                                .mapToObj(at -> signs.substring(at, at + 1))
                                                .collect(Collectors.joining()))
                        .limit(100);
        Stream<String> strange =
                Stream.of(
                        "\u0000",
                        "\ud800",
                        "0".repeat(5000),
                        "a ".repeat(5000),
                        "1,".repeat(5000),
                        "( ".repeat(5000),
                        "\n".repeat(5000),
                        "=cmd|' /C calc'!A0",
                        "½",
                        "٣",
                        "(",
                        "()",
                        "12345 (",
                        "IDCC",
                        "%");
        Stream.concat(strange, made)
                .forEach(
                        typed -> {
                            switch (type.parse(typed, Locale.ENGLISH)) {
                                case Value(Object kept, String shown) -> {
                                    assertThat(type.display(kept, Locale.ENGLISH)).isEqualTo(shown);
                                    assertThat(type.bind("x", kept).keySet())
                                            .isEqualTo(type.variables("x").keySet());
                                }
                                case Parsed.Blank _ -> {}
                                case Wrong(String key, _) -> assertThat(key).isNotBlank();
                            }
                        });
    }

    @Test
    void every_example_is_kept_shown_in_both_languages_and_read_again() {
        for (Field field : Catalogue.STUDENT.fields()) {
            if (field.example() != null
                    && field.type().parse(field.example(), Locale.FRENCH)
                            instanceof Value(Object kept, String shown)) {
                assertThat(field.display(kept, Locale.FRENCH)).isEqualTo(shown).isNotBlank();
                assertThat(field.display(kept, Locale.ENGLISH)).isNotBlank();
                assertThat(field.type().bind(field.id(), kept))
                        .hasSameSizeAs(field.type().variables(field.id()));
            }
        }
    }

    private static String key(Parsed parsed) {
        return parsed instanceof Wrong(String key, _)
                ? key.substring("procedure.wrong.".length())
                : parsed.toString();
    }

    private static String plain(String text) {
        return text.replace('\u00a0', ' ').replace('\u202f', ' ');
    }
}
