package fr.gouv.workinfrance.examination.appeal;

/// One that waits for an answer, as a list shows it.
///
/// @param reference of the request
public record Waiting(Recourse recourse, String reference) {}
