package fr.gouv.workinfrance.reference;

import fr.gouv.workinfrance.language.Language;

import java.util.Map;

/// A country or a territory of ISO 3166-1, or Kosovo.
///
/// @param iso2 `SN`
/// @param insee five digits of the Code officiel géographique, `99341`; empty where it has none of
///   its own
/// @param nationalityFr in the feminine, as in *nationalité sénégalaise*; empty for a territory
///   whose people have the nationality of another State
/// @param nationalityEn empty likewise
/// @param european of the European Union, the European Economic Area or Switzerland: its nationals
///   need no authorization (R5221-2 of the labour code)
/// @param exempt Monaco, Andorra, San Marino: nor do theirs, by agreements of their own
/// @param others what it is called in further languages
public record Country(
        String iso2,
        String insee,
        String nameFr,
        String nameEn,
        String nationalityFr,
        String nationalityEn,
        boolean european,
        boolean exempt,
        Map<Language, CountryName> others) {

    /// Keeps its own copy.
    public Country {
        others = Map.copyOf(others);
    }

    /// Whether one can be a national of it.
    public boolean hasNationality() {
        return !nationalityFr.isEmpty();
    }
}
