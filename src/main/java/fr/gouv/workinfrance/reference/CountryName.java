package fr.gouv.workinfrance.reference;

/// What a country is called in a language.
///
/// @param nationality of a person, in the feminine; empty where nobody can have it
public record CountryName(String name, String nationality) {}
