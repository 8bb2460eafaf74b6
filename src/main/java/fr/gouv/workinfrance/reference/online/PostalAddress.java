package fr.gouv.workinfrance.reference.online;

/// An address of the national base.
///
/// @param label on one line
/// @param street number and street; the name of the place where there is none
/// @param commune INSEE code
public record PostalAddress(
        String label, String street, String postcode, String commune, String city) {}
