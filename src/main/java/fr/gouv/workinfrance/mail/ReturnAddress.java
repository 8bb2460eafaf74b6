package fr.gouv.workinfrance.mail;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/// Where a letter comes back when it cannot be delivered: an address of its own, that nobody but
/// the house can make.
final class ReturnAddress {

    private static final HexFormat HEX = HexFormat.of();
    private static final String ALGORITHM = "HmacSHA256";
    private static final byte[] PURPOSE = "return address".getBytes(StandardCharsets.US_ASCII);
    private static final int PROOF = 8;
    private static final int LONGEST = 320;

    private final String local;
    private final String domain;
    private final byte[] key;
    private final Pattern pattern;

    /// @param address of the mailbox, `bounces@example.org`
    /// @param secret of which the key of these addresses is made
    ReturnAddress(String address, String secret) {
        int at = address.lastIndexOf('@');
        this.local = address.substring(0, at);
        this.domain = address.substring(at + 1);
        this.key = mac(secret.getBytes(StandardCharsets.UTF_8), PURPOSE);
        this.pattern =
                Pattern.compile(
                        "(?:^|[<\\s])"
                                + Pattern.quote(local.toLowerCase(Locale.ROOT))
                                + "\\+([0-9a-f]{32})([0-9a-f]{16})@"
                                + Pattern.quote(domain.toLowerCase(Locale.ROOT))
                                + "(?=$|[>\\s,])");
    }

    /// Of the mailbox that the settings name; empty when they name none.
    static Optional<ReturnAddress> of(MailSettings settings) {
        return settings.bounceAddress().isBlank()
                ? Optional.empty()
                : Optional.of(new ReturnAddress(settings.bounceAddress(), settings.key()));
    }

    String of(UUID letter) {
        String id = letter.toString().replace("-", "");
        return local + "+" + id + HEX.formatHex(proof(id)) + "@" + domain;
    }

    /// The letter that comes back to this address; empty when it is not one that the house made.
    ///
    /// @param header as it stands in a message, with a name or not
    Optional<UUID> letter(String header) {
        if (header.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher found = pattern.matcher(header.toLowerCase(Locale.ROOT));
        if (!found.find()) {
            return Optional.empty();
        }
        String id = found.group(1);
        return MessageDigest.isEqual(proof(id), HEX.parseHex(found.group(2)))
                ? Optional.of(
                        UUID.fromString(
                                id.replaceFirst("(.{8})(.{4})(.{4})(.{4})", "$1-$2-$3-$4-")))
                : Optional.empty();
    }

    private byte[] proof(String id) {
        return Arrays.copyOf(mac(key, id.getBytes(StandardCharsets.US_ASCII)), PROOF);
    }

    private static byte[] mac(byte[] key, byte[] said) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key, ALGORITHM));
            return mac.doFinal(said);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
