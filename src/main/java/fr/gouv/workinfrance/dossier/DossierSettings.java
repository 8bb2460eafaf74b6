package fr.gouv.workinfrance.dossier;

import jakarta.validation.constraints.Min;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// How much one request may hold, and how long its parties are given to mend it.
///
/// @param documents joined to it
/// @param size of them all
/// @param answerDays days proposed to answer a request for corrections; the caseworker names the
///   day
/// @param remindDays days before that day at which those who have not answered are reminded
@Validated
@ConfigurationProperties("wif.dossier")
record DossierSettings(
        @DefaultValue("100") @Min(1) int documents,
        @DefaultValue("500MB") DataSize size,
        @DefaultValue("15") @Min(1) int answerDays,
        @DefaultValue("3") @Min(1) int remindDays) {}
