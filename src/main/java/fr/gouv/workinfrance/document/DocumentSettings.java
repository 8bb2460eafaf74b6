package fr.gouv.workinfrance.document;

import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;
import org.springframework.validation.annotation.Validated;

/// Where documents are kept, and under which key.
///
/// @param masterKey Tink AEAD keyset (JSON, in base64); losing it loses every document
/// @param folder where encrypted documents lie
/// @param minimumFree no document is received when less than this is left on the disk
/// @param inspections how many documents are received, opened or drawn at once: each holds its
///   file, and all of them together no more pixels than half of the memory
@Validated
@ConfigurationProperties("wif.document")
record DocumentSettings(
        @NotBlank String masterKey,
        @NotBlank String folder,
        @DefaultValue("500MB") DataSize minimumFree,
        @DefaultValue("2") @Min(1) int inspections) {

    @Override
    public String toString() {
        return "DocumentSettings[" + folder + "]";
    }
}
