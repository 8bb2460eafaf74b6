package fr.gouv.workinfrance.access;

import fr.gouv.workinfrance.language.Language;

import org.jspecify.annotations.Nullable;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// Where a visitor goes after signing in. Only a path of this site is ever accepted: anything else
/// would let a link lead people from our sign-in to somebody else's page.
///
/// @param value path and query, beginning with one slash
public record ReturnPath(String value) {

    /// Where one goes who came for nothing in particular.
    public static final ReturnPath HOME = new ReturnPath("/mes-demandes");

    private static final Pattern PATH =
            Pattern.compile("/(?![/\\\\])[\\x21-\\x7e&&[^\\\\\"<>^`{|}]]*");
    private static final Pattern DOOR =
            Pattern.compile(
                    Arrays.stream(Language.values())
                            .map(Language::prefix)
                            .collect(
                                    Collectors.joining(
                                            "|", "(", ")/(connexion|deconnexion|error)([/?].*)?")));

    /// What was asked for when it is a path of this site, otherwise [#HOME].
    public static ReturnPath of(@Nullable String asked) {
        if (asked == null
                || asked.length() > 500
                || !PATH.matcher(asked).matches()
                || DOOR.matcher(asked).matches()) {
            return HOME;
        }
        try {
            var uri = new URI(asked);
            return uri.isAbsolute() || uri.getRawAuthority() != null || uri.getRawFragment() != null
                    ? HOME
                    : new ReturnPath(asked);
        } catch (URISyntaxException e) {
            return HOME;
        }
    }
}
