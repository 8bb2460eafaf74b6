package fr.gouv.workinfrance.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How letters are kept and sent.
///
/// @param key Tink AEAD keyset, JSON in base64, that encrypts letters while they wait; a `demo:`
///   prefix marks one that is published
/// @param sender what recipients see, an address or `Name <address>`
/// @param tries after how many failed tries a letter is given up
/// @param bounceAddress of the mailbox to which letters come back, `bounces@example.org`; each
///   comes back to an address of its own, with a sign after a `+`. Empty when letters come back to
///   the sender
@Validated
@ConfigurationProperties("wif.mail")
record MailSettings(
        @NotBlank String key,
        @NotBlank String sender,
        @DefaultValue("12") @Min(1) @Max(40) int tries,
        @DefaultValue("") @Pattern(regexp = "|[a-z0-9._-]{1,12}@[a-z0-9.-]+")
                String bounceAddress) {

    @Override
    public String toString() {
        return "MailSettings[sender=" + sender + ", tries=" + tries + "]";
    }
}
