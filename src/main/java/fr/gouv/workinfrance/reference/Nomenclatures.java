package fr.gouv.workinfrance.reference;

import java.util.Locale;

/// The lists of codes by which the State calls what people do and by what rules they work.
public class Nomenclatures {

    private static final Nomenclature OCCUPATIONS =
            new Nomenclature(
                    "occupations.csv",
                    "",
                    "([A-N]) ?([0-9]{4})",
                    typed -> typed.group(1).toUpperCase(Locale.ROOT) + typed.group(2));

    private static final Nomenclature ACTIVITIES =
            new Nomenclature(
                    "activities.csv",
                    "",
                    "([0-9]{2})[. ]?([0-9]{2}) ?([A-Z])",
                    typed ->
                            typed.group(1)
                                    + "."
                                    + typed.group(2)
                                    + typed.group(3).toUpperCase(Locale.ROOT));

    private static final Nomenclature AGREEMENTS =
            new Nomenclature(
                    "agreements.csv",
                    "IDCC\u00a0",
                    "(?:IDCC[ \u00a0]*)?(?:n° ?)?([0-9]{1,4})",
                    typed -> "0".repeat(4 - typed.group(1).length()) + typed.group(1));

    /// The occupations, by ROME code: `M1855`.
    public Nomenclature occupations() {
        return OCCUPATIONS;
    }

    /// The activities of companies, by NAF code: `56.10C`.
    public Nomenclature activities() {
        return ACTIVITIES;
    }

    /// The collective agreements, by IDCC: `0016`.
    public Nomenclature agreements() {
        return AGREEMENTS;
    }
}
