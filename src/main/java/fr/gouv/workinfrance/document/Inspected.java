package fr.gouv.workinfrance.document;

import fr.gouv.workinfrance.document.paper.Reading;

/// What reception found out by looking into a file.
///
/// @param reading its pages, and what they tell
/// @param state whether it may be shown already
record Inspected(Reading reading, DocumentState state) {}
