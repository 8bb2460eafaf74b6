package fr.gouv.workinfrance.deed;

/// Who decided: first name, surname, capacity and service, as L212-1 and L212-2 CRPA ask.
///
/// @param onBehalf for whom he signs; empty when he signs in his own name
/// @param delegation the act by which he signs for another; empty when he signs in his own name
public record Author(
        String givenName,
        String surname,
        String capacity,
        String service,
        String onBehalf,
        String delegation) {

    /// One who signs in his own name.
    public Author(String givenName, String surname, String capacity, String service) {
        this(givenName, surname, capacity, service, "", "");
    }
}
