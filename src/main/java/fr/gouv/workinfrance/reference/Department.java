package fr.gouv.workinfrance.reference;

import fr.gouv.workinfrance.calendar.HolidayZone;

/// A département.
///
/// @param code `75`, `2A`, `974`
/// @param regionCode the INSEE code of the region, `11`
/// @param region the name of the region
/// @param zone its public holidays, and its time
public record Department(
        String code, String name, String regionCode, String region, HolidayZone zone) {

    /// In Europe: neither Guadeloupe, Martinique, Guyane, La Réunion nor Mayotte.
    public boolean metropolitan() {
        return code.length() == 2;
    }
}
