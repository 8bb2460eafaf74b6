package fr.gouv.workinfrance.site;

import fr.gouv.workinfrance.calendar.HolidayZone;
import fr.gouv.workinfrance.reference.Nomenclatures;
import fr.gouv.workinfrance.reference.online.Establishment;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Objects;

/// An establishment as the register tells of it, in words.
///
/// @param readAt when the register said so
public record EstablishmentView(Establishment establishment, Instant readAt) {

    private static final Nomenclatures LISTS = new Nomenclatures();

    /// The day on which the register said so.
    public LocalDate day() {
        return LocalDate.ofInstant(readAt, HolidayZone.METROPOLE.id());
    }

    public String activity() {
        return activity(establishment.activity());
    }

    /// `10.71C – Boulangerie et boulangerie-pâtisserie`
    public static String activity(String code) {
        return LISTS.activities().label(code).map(label -> code + " – " + label).orElse(code);
    }

    /// "20 à 49 salariés"; empty when the register does not say.
    public String headcount(Shell shell) {
        return establishment.headcount().isEmpty()
                ? ""
                : Objects.toString(
                        shell.words()
                                .getMessage(
                                        "site.register.headcount." + establishment.headcount(),
                                        null,
                                        "",
                                        shell.locale()),
                        "");
    }
}
