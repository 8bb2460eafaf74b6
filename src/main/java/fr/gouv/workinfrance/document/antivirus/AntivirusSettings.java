package fr.gouv.workinfrance.document.antivirus;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/// Where the antivirus listens.
///
/// @param address of clamd: `host:port`, or `unix:` and the path of its socket; `none` where there
///   is no antivirus, which production refuses
/// @param connection how long it may take to answer the telephone
/// @param patience how long it may take over one file
@Validated
@ConfigurationProperties("wif.document.antivirus")
record AntivirusSettings(
        @NotNull
                @Pattern(
                        regexp = "none|unix:/.+|(\\[[0-9a-fA-F:]+]|[^:\\s]+):[0-9]{1,5}",
                        message = "is neither host:port nor unix:/path of clamd")
                String address,
        @DefaultValue("1s") Duration connection,
        @DefaultValue("10s") Duration patience) {

    /// Whether there is one.
    boolean none() {
        return address.equals("none");
    }
}
