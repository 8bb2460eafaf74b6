package fr.gouv.workinfrance.journal;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/// How the journal is signed, and what it is compared with.
///
/// @param signingKey Ed25519 keyset of Tink (JSON, base64) that signs entries and checkpoints;
///   older keys of the keyset still verify
/// @param witness a checkpoint kept outside the database, as `number:hash`, that a verification
///   must find; empty when there is none
@Validated
@ConfigurationProperties("wif.journal")
record JournalSettings(
        @NotBlank String signingKey,
        @DefaultValue("") @Pattern(regexp = "([0-9]+:[0-9a-f]{64})?") String witness) {}
