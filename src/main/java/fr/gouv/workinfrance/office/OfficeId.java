package fr.gouv.workinfrance.office;

/// The id of an office, where an event says which.
public record OfficeId(String value) {}
