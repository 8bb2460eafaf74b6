/// Tells people what happened, as they asked to be told.
///
/// It hears the events of the floors below, enqueues, and posts letters later. A letter says
/// nothing that anybody typed: its words are ours, the catalogue's and the office's; what a
/// decision says is read on the page of the request.
@NullMarked
@ApplicationModule(
        allowedDependencies = {
            "examination::revision",
            "dossier",
            "dossier::clock",
            "dossier::correction",
            "dossier::message",
            "examination::appeal",
            "opinion",
            "procedure",
            "office",
            "access",
            "calendar",
            "document",
            "mail",
            "journal",
            "language"
        })
package fr.gouv.workinfrance.notification;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
