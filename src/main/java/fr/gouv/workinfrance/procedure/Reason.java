package fr.gouv.workinfrance.procedure;

import java.util.List;

/// A ground on which the authorization may be refused, with its ready wording.
///
/// @param id unique within the version
/// @param title its name, for the caseworker
/// @param wording what the decision says in law. The French binds (L211-5 CRPA: the decision adds
///   the facts, in the free part)
/// @param law its articles
public record Reason(String id, Words title, Words wording, List<LegalSource> law) {}
