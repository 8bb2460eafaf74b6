package fr.gouv.workinfrance.deed;

/// Who decided: first name, surname, capacity and service, as L212-1 and L212-2 CRPA ask.
public record Author(String givenName, String surname, String capacity, String service) {}
