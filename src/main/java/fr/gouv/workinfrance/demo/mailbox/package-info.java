/// Keeps every message that the demonstration would have sent.
@NullMarked
package fr.gouv.workinfrance.demo.mailbox;

import org.jspecify.annotations.NullMarked;
