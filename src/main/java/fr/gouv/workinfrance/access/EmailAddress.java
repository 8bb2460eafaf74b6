package fr.gouv.workinfrance.access;

import java.net.IDN;
import java.text.Normalizer;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// An e-mail address in the one form under which an account is found: lower case, domain in ASCII.
///
/// Lower case is a choice: RFC 5321 lets a server tell `A@x.fr` from `a@x.fr`, none does, and
/// people type both.
public record EmailAddress(String value) {

    private static final Pattern FORM =
            Pattern.compile(
                    "[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*"
                        + "@[a-z0-9](?:[a-z0-9-]*[a-z0-9])?(?:\\.[a-z0-9](?:[a-z0-9-]*[a-z0-9])?)+");

    /// What a person typed, or nothing when no mail could reach it.
    public static Optional<EmailAddress> parse(String typed) {
        var text =
                Normalizer.normalize(typed, Normalizer.Form.NFKC).strip().toLowerCase(Locale.ROOT);
        int at = text.lastIndexOf('@');
        if (at < 1 || at == text.length() - 1 || text.length() > 254) {
            return Optional.empty();
        }
        try {
            var domain = IDN.toASCII(text.substring(at + 1)).toLowerCase(Locale.ROOT);
            var address = text.substring(0, at) + "@" + domain;
            return at <= 64 && FORM.matcher(address).matches()
                    ? Optional.of(new EmailAddress(address))
                    : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    static EmailAddress require(String typed) {
        return parse(typed)
                .orElseThrow(() -> new IllegalArgumentException("not an e-mail address"));
    }

    /// Shows nobody's address, so that no log does.
    @Override
    public String toString() {
        return "EmailAddress[]";
    }
}
