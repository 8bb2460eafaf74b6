package fr.gouv.workinfrance.document;

import java.util.Base64;

/// A page, drawn for a screen.
///
/// @param mediaType of `bytes`: JPEG for a photograph, PNG for print
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Drawing(String mediaType, byte[] bytes) {

    /// For the `src` of an image, when it is shown once and kept nowhere.
    public String inline() {
        return "data:" + mediaType + ";base64," + Base64.getEncoder().encodeToString(bytes);
    }
}
