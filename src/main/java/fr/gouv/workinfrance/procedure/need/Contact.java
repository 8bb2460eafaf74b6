package fr.gouv.workinfrance.procedure.need;

import fr.gouv.workinfrance.procedure.Words;

import java.net.URI;

/// Who can help, when this service cannot.
///
/// @param name what it is called, and what for
/// @param url where it is found
public record Contact(Words name, URI url) {}
