/// Reads the YAML files of the catalogue, and tells every mistake with its file, its line and its
/// reason.
@NullMarked
package fr.gouv.workinfrance.procedure.file;

import org.jspecify.annotations.NullMarked;
