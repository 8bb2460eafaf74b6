package fr.gouv.workinfrance.demo;

/// Somebody whose place a visitor can take.
///
/// @param id of the words that say who it is and what to try, `demo.as.…` and `demo.try.…`
public record PersonView(String id, String name) {}
