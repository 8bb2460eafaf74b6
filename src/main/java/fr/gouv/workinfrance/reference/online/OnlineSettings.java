package fr.gouv.workinfrance.reference.online;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

import java.time.Duration;

/// Where the State's services are, and how they are asked.
///
/// @param registerUrl of *Recherche d'entreprises*, without `/search`
/// @param addressesUrl of the geocoding of the Géoplateforme, without `/search`
/// @param registerPerSecond its quota: no more calls leave in a second, from all nodes together
/// @param addressesPerSecond likewise
/// @param connect how long a connection may take
/// @param read how long an answer may take, to its end
/// @param userAgent names us to those we ask
/// @param fresh how long what was answered is answered again without asking
/// @param kept how long it still serves when the service is away; then it is erased
/// @param tolerated how many failures in a row leave the service alone for a while
/// @param rest how long it is then left alone
@Validated
@ConfigurationProperties("wif.reference")
record OnlineSettings(
        @NotBlank String registerUrl,
        @NotBlank String addressesUrl,
        @DefaultValue("7") @Min(2) int registerPerSecond,
        @DefaultValue("50") @Min(2) int addressesPerSecond,
        @DefaultValue("1s") Duration connect,
        @DefaultValue("3s") Duration read,
        @NotBlank String userAgent,
        @DefaultValue("1d") Duration fresh,
        @DefaultValue("30d") Duration kept,
        @DefaultValue("3") @Min(1) int tolerated,
        @DefaultValue("30s") Duration rest) {

    int perSecond(Online service) {
        return switch (service) {
            case REGISTER -> registerPerSecond;
            case ADDRESSES -> addressesPerSecond;
        };
    }
}
