package fr.gouv.workinfrance.examination;

import fr.gouv.workinfrance.calendar.WrittenDate;
import fr.gouv.workinfrance.deed.Author;
import fr.gouv.workinfrance.office.Office;

import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/// What a document bears, whatever it says.
///
/// @param check where the QR code leads
/// @param project whether it is only shown to who prepares it
record Bearing(
        Office office, Author author, LocalDate day, String number, String check, boolean project) {

    /// The same before its number is drawn.
    Bearing unnumbered(String instead, String verifying) {
        return new Bearing(office, author, day, instead, verifying, project);
    }

    Map<String, Object> with(Map<String, Object> more) {
        Map<String, Object> model = new HashMap<>(more);
        model.put("issuer", List.of(office.name(), office.address()));
        model.put("dated", WrittenDate.of(day, Locale.FRENCH));
        model.put("author", author);
        model.put("project", project);
        return model;
    }
}
