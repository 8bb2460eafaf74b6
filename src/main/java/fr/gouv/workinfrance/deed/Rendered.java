package fr.gouv.workinfrance.deed;

/// A PDF as it came out of a template, before any seal.
///
/// @param sha256 of its bytes, 64 hexadecimal digits: what a signatory confirms
@SuppressWarnings("ArrayRecordComponent") // compared by its hash, never by equals
public record Rendered(byte[] bytes, String sha256) {}
