package fr.gouv.workinfrance.office;

/// Where something is, as far as competence goes.
public sealed interface Place {

    /// In France.
    ///
    /// @param code of the département, `75`, `2A`, `974`
    record InDepartment(String code) implements Place {}

    /// Abroad.
    ///
    /// @param country its code in two letters, `SN`
    record Abroad(String country) implements Place {}

    /// Wherever it is: for a service that is competent everywhere.
    record Anywhere() implements Place {}
}
