package fr.gouv.workinfrance.journal;

/// What an entry is about: a kind of thing, and which one. Each has its own chain.
public record Subject(String kind, String id) {}
