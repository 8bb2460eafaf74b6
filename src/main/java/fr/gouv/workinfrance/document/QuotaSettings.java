package fr.gouv.workinfrance.document;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one person may send.
///
/// @param documents in twenty-four hours
/// @param size of them all, in twenty-four hours
/// @param uploads begun and not ended
@Validated
@ConfigurationProperties("wif.document.quota")
record QuotaSettings(
        @DefaultValue("300") @Min(1) int documents,
        @DefaultValue("2GB") DataSize size,
        @DefaultValue("30") @Min(1) int uploads) {}
