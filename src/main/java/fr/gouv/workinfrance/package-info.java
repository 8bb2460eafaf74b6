/// Work in France: what starts the house, and nothing else.
@NullMarked
package fr.gouv.workinfrance;

import org.jspecify.annotations.NullMarked;
