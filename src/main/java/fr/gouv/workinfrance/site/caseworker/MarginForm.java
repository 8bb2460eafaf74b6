package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.examination.margin.Criteria.Said;

import java.util.Map;

/// What someone typed in the margin of a dossier and was not kept.
///
/// @param wrong the field that is to be mended; empty when none is
/// @param about which doubt it is about; empty when it is about none
/// @param words as they were typed
/// @param said of the criteria, by criterion, when it is they that are wrong
public record MarginForm(String wrong, String about, String words, Map<String, Said> said) {

    static final MarginForm NOTHING = new MarginForm("", "", "");

    public MarginForm {
        said = Map.copyOf(said);
    }

    MarginForm(String wrong, String about, String words) {
        this(wrong, about, words, Map.of());
    }

    MarginForm(Map<String, Said> said) {
        this("criteria", "", "", said);
    }
}
