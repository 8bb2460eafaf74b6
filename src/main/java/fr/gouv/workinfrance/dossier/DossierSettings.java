package fr.gouv.workinfrance.dossier;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one request may hold.
///
/// @param documents joined to it
/// @param size of them all
@Validated
@ConfigurationProperties("wif.dossier")
record DossierSettings(
        @DefaultValue("100") @Min(1) int documents, @DefaultValue("500MB") DataSize size) {}
