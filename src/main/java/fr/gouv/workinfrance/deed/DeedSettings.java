package fr.gouv.workinfrance.deed;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/// The seal of official documents.
///
/// @param keystore a PKCS#12 file in base64: one private key and its certificates; after `demo:`
///   when it is worth nothing
/// @param keystorePassword opens it
@Validated
@ConfigurationProperties("wif.deed")
record DeedSettings(@NotBlank String keystore, @NotBlank String keystorePassword) {

    /// Secrets of the demonstration are all marked as such, this one too.
    String password() {
        return keystorePassword.startsWith("demo:")
                ? keystorePassword.substring("demo:".length())
                : keystorePassword;
    }

    @Override
    public String toString() {
        return "DeedSettings[…]";
    }
}
