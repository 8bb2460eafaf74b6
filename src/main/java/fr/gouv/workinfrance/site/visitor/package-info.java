/// Pages for everyone: what the service is, how to come in, and whether an authorization is
/// genuine.
@NullMarked
package fr.gouv.workinfrance.site.visitor;

import org.jspecify.annotations.NullMarked;
