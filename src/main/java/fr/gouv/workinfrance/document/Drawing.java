package fr.gouv.workinfrance.document;

/// A page, drawn for a screen.
///
/// @param mediaType of `bytes`: JPEG for a photograph, PNG for print
@SuppressWarnings("ArrayRecordComponent") // carried, never compared
public record Drawing(String mediaType, byte[] bytes) {}
