/// Queues, sends and tracks messages; knows not what they say.
///
/// A letter is a template of `src/main/jte/mail/`, rendered when it is posted: one well-formed
/// XHTML document whose `<title>` is the subject, made with the layout `@template.mail.layout(words
/// = words, subject = "…", content = @`…`)` out of `<p>`, `<h1>`, `<ul>`, `<ol>`, `<li>`,
/// `<strong>` and `<a href>`. The text part is drawn from that document, so that a sentence is
/// written once. Each template has the parameter `words` ([Wording]), which looks up
/// `messages_<language>.properties`, and those that its sender passes in the model of the [Letter].
///
/// A letter is kept encrypted, address included, until it is sent or given up; then it is erased.
/// What it encloses stays in the store of documents, and is fetched from there when it leaves.
@NullMarked
@ApplicationModule(allowedDependencies = {"calendar", "document", "journal", "language"})
package fr.gouv.workinfrance.mail;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
