package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.office.Office;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// To which office a dossier is forwarded, and why, as it is typed.
public record ForwardForm(String office, String reason) {

    private static final int LONGEST = 500;

    /// Which fields are wrong, in the order of the page; what is said of each is known by its name.
    ///
    /// @param possible those that it can be forwarded to
    List<String> wrong(Collection<Office> possible) {
        Map<String, Boolean> right = new LinkedHashMap<>();
        right.put("service", possible.stream().anyMatch(one -> one.id().equals(office)));
        right.put("motif", !reason.isBlank() && reason.strip().length() <= LONGEST);
        return right.entrySet().stream()
                .filter(field -> !field.getValue())
                .map(Map.Entry::getKey)
                .toList();
    }
}
