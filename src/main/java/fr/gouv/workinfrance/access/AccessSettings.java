package fr.gouv.workinfrance.access;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// What keeps codes secret, and whose word is taken on where a visitor comes from.
///
/// @param pepper secret of 32 bytes or more, in base64, under which codes, addresses and links are
///   kept; a `demo:` prefix marks one that is published
/// @param trustedProxies regular expression of the addresses of our own reverse proxies, the only
///   ones whose `X-Forwarded-For` and `X-Forwarded-Proto` are believed; empty when there are none
@Validated
@ConfigurationProperties("wif.access")
record AccessSettings(@NotBlank String pepper, @DefaultValue("") String trustedProxies) {

    @Override
    public String toString() {
        return "AccessSettings[trustedProxies=" + trustedProxies + "]";
    }
}
