package fr.gouv.workinfrance.site.caseworker;

import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.site.caseworker.WorklistView.Urgency;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/// What today is for offices.
@Component
class SeenUrgencies {

    private final Offices offices;
    private final Clock clock;

    SeenUrgencies(Offices offices, Clock clock) {
        this.offices = offices;
        this.clock = clock;
    }

    /// Of each, by its id.
    Map<String, Urgency> of(Collection<Office> known) {
        return known.stream()
                .collect(
                        Collectors.toMap(
                                Office::id,
                                office ->
                                        Urgency.of(office, offices.days(office), clock.instant())));
    }
}
