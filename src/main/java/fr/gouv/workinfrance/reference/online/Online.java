package fr.gouv.workinfrance.reference.online;

/// A service of the State that is asked over the internet.
enum Online {
    /// *Recherche d'entreprises*.
    REGISTER,
    /// The geocoding of the Géoplateforme.
    ADDRESSES
}
