package fr.gouv.workinfrance.site.caseworker;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/// What someone of the administration has just done, as the page that follows tells it.
public enum Done {
    /// He is in charge.
    TAKEN("prise-en-charge"),
    /// A colleague is.
    GIVEN("affectation"),
    /// The dossier is complete.
    CERTIFIED("completude"),
    BEGUN("examen"),
    /// Corrections were asked for.
    ASKED("corrections"),
    /// A decision waits for its signature.
    PREPARED("preparation"),
    /// An act about a decision does.
    DRAFTED("acte"),
    /// Those concerned are told that an authorization may be taken back.
    HEARING("retrait"),
    ABANDONED("abandon"),
    SIGNED("signature"),
    SENT_BACK("renvoi");

    /// The parameter of addresses that says it.
    static final String PARAMETER = "fait";

    private final String slug;

    Done(String slug) {
        this.slug = slug;
    }

    /// What an address says; nothing when it says nothing that is known.
    static Optional<Done> of(String said) {
        return Stream.of(values()).filter(done -> done.slug.equals(said)).findFirst();
    }

    /// The address of the page that follows.
    ///
    /// @param page without parameters
    String at(String page) {
        return page + "?" + PARAMETER + "=" + slug;
    }

    /// Key of the words that tell it.
    public String key() {
        return "site.desk.done." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
