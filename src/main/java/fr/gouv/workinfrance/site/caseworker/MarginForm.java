package fr.gouv.workinfrance.site.caseworker;

/// What someone typed in the margin of a dossier and was not kept.
///
/// @param wrong the field that is to be mended; empty when none is
/// @param about which doubt it is about; empty when it is about none
/// @param words as they were typed
public record MarginForm(String wrong, String about, String words) {

    static final MarginForm NOTHING = new MarginForm("", "", "");
}
