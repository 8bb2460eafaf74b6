package fr.gouv.workinfrance.deed;

/// One line of what an official document states: what it is about, and what is said of it.
public record Fact(String label, String value) {}
