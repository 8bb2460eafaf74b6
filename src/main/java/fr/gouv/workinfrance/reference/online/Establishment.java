package fr.gouv.workinfrance.reference.online;

import fr.gouv.workinfrance.reference.Siret;

/// An establishment, as the register tells of it. A text is empty where the register says nothing.
///
/// @param name of the company
/// @param brand under which it is known there
/// @param street number and street
/// @param commune INSEE code
/// @param town its name
/// @param activity NAF code, `56.10C`
/// @param headcount code of the slice, of the INSEE: `12` from 20 to 49
/// @param open false once it is closed
public record Establishment(
        Siret siret,
        String name,
        String brand,
        String street,
        String postcode,
        String commune,
        String town,
        String activity,
        String headcount,
        boolean open,
        Kind kind) {

    /// What kind of employer it is of.
    public enum Kind {
        COMPANY,
        ADMINISTRATION,
        ASSOCIATION,
        INDIVIDUAL
    }

    /// On one line.
    public String address() {
        return (street + ", " + postcode + " " + town).replaceAll("^, |, $", "").strip();
    }
}
