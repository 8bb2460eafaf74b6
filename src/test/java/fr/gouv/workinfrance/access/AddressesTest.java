package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

import java.util.Optional;

class AddressesTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                " Zoe.Martin@Example.ORG | zoe.martin@example.org",
                "o'neil+work@sub.example.fr | o'neil+work@sub.example.fr",
                "a@éducation.fr | a@xn--ducation-90a.fr",
                "ａ@example.fr | a@example.fr",
            })
    void an_address_has_one_form_however_it_is_typed(String typed, String kept) {
        assertThat(EmailAddress.parse(typed)).hasValue(new EmailAddress(kept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "a",
                "@",
                "a@",
                "@b.fr",
                "a@b",
                "a@b..fr",
                "a..b@c.fr",
                ".a@b.fr",
                "a.@b.fr",
                "a b@c.fr",
                "a@b.fr, c@d.fr",
                "A <a@b.fr>",
                "a@b.fr\r\nBcc: c@d.fr",
                "é@b.fr",
                "a@-b.fr",
                "a@b.fr;",
                "a@b@c.fr x"
            })
    void what_no_mail_could_reach_is_refused(String typed) {
        assertThat(EmailAddress.parse(typed)).isEqualTo(Optional.empty());
    }

    @ParameterizedTest
    @CsvSource({
        "192.0.2.7, 192.0.2.7",
        "2001:db8:1:2:3:4:5:6, 20010db800010002/64",
        "2001:db8:1:2::ffff, 20010db800010002/64",
        "not:an:address, not:an:address",
    })
    void limits_count_an_ipv6_subscriber_as_one(String address, String counted) {
        assertThat(Limits.network(address)).isEqualTo(counted);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/mes-demandes",
                "/dossiers/A-1/pieces?page=2&x=%20",
                "/en/mes-demandes",
                "/a//b"
            })
    void a_path_of_this_site_is_where_one_returns(String asked) {
        assertThat(ReturnPath.of(asked).value()).isEqualTo(asked);
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "mes-demandes",
                "//evil.example",
                "///evil.example",
                "/\\evil.example",
                "\\\\evil.example",
                "https://evil.example",
                "https:/evil.example",
                "javascript:alert(1)",
                "/\t/evil.example",
                "/ok\r\nSet-Cookie: x=y",
                " /mes-demandes",
                "/%zz",
                "/a#b",
                "/connexion",
                "/connexion?retour=/x",
                "/en/connexion/code",
                "/deconnexion",
                "/é"
            })
    void anything_else_leads_home(String asked) {
        assertThat(ReturnPath.of(asked)).isEqualTo(ReturnPath.HOME);
    }
}
