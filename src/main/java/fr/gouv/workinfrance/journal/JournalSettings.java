package fr.gouv.workinfrance.journal;

import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;

/// @param signingKey Ed25519 keyset of Tink (JSON, base64) that signs the checkpoints; older keys
///   of the keyset still verify
@ConfigurationProperties("wif.journal")
record JournalSettings(@NotBlank String signingKey) {}
