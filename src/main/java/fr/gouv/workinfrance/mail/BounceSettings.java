package fr.gouv.workinfrance.mail;

import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/// The mailbox to which letters come back, read by IMAP.
///
/// @param host empty when there is none: what comes back is then not known
/// @param tls whether one speaks to it in TLS alone
/// @param connection after which it is taken to be away
/// @param patience over one answer
@Validated
@ConfigurationProperties("wif.mail.bounces")
record BounceSettings(
        @DefaultValue("") String host,
        @DefaultValue("993") @Min(1) @Max(65535) int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("true") boolean tls,
        @DefaultValue("5s") Duration connection,
        @DefaultValue("10s") Duration patience) {

    boolean off() {
        return host.isBlank();
    }

    @Override
    public String toString() {
        return "BounceSettings[host=" + host + "]";
    }
}
