package fr.gouv.workinfrance.office;

/// What a service is.
public enum OfficeKind {
    /// Decides on requests of its département (R5221-15, R5221-17 of the Code du travail).
    PREFECTURE(true),
    /// Examines for several préfectures, which keep the decision.
    PLATFORM(true),
    /// Is consulted on artists, in its region.
    DRAC(false),
    /// Decides on the visa, in the countries that it covers.
    CONSULATE(true),
    /// The territorial direction of the office of immigration and integration.
    OFII(false),
    LABOUR_INSPECTORATE(false),
    FRANCE_TRAVAIL(false),
    URSSAF(false),
    /// Is informed, and hears appeals to the higher authority.
    MINISTRY(false);

    private final boolean handles;

    OfficeKind(boolean handles) {
        this.handles = handles;
    }

    /// Whether requests can be in its charge; the others are consulted or informed.
    public boolean handles() {
        return handles;
    }
}
