package fr.gouv.workinfrance.opinion;

import fr.gouv.workinfrance.calendar.LegalPeriod;
import fr.gouv.workinfrance.calendar.LegalPeriod.Unit;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Procedures;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.procedure.body.Body;
import fr.gouv.workinfrance.procedure.body.Inquiry;
import fr.gouv.workinfrance.reference.Department;
import fr.gouv.workinfrance.reference.Territories;

import org.springframework.stereotype.Component;

import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Which service of an administration has a dossier to see, and what day it is there.
@Component
class Administrations {

    private final Procedures procedures;
    private final Offices offices;
    private final Dossiers dossiers;
    private final Territories territories;
    private final Clock clock;

    Administrations(
            Procedures procedures,
            Offices offices,
            Dossiers dossiers,
            Territories territories,
            Clock clock) {
        this.procedures = procedures;
        this.offices = offices;
        this.dossiers = dossiers;
        this.territories = territories;
        this.clock = clock;
    }

    Body body(String id) {
        return procedures.body(id).orElseThrow();
    }

    Inquiry inquiry(Consultation consultation) {
        return body(consultation.body()).inquiry(consultation.inquiry()).orElseThrow();
    }

    /// The service that is competent today, by what the dossier says; empty when it says nothing of
    /// where, or when there is no such service.
    Optional<Office> competent(Body body, Dossier dossier) {
        Version version = dossiers.version(dossier);
        Map<String, Object> counted = version.counted(dossier.values());
        OfficeKind kind = OfficeKind.valueOf(body.office());
        LocalDate today = dossiers.today(dossier);
        for (String id : body.foundBy()) {
            Optional<Place> place = version.field(id).flatMap(field -> place(field, counted));
            if (place.isPresent()) {
                return offices.covering(kind, place.get(), dossier.procedure(), today);
            }
        }
        return Optional.empty();
    }

    private Optional<Place> place(Field field, Map<String, Object> counted) {
        Object value = counted.get(field.id());
        if (value == null) {
            return Optional.empty();
        }
        return switch (field.type()) {
            case FieldType.DepartmentCode _ ->
                    Optional.of(new Place.InDepartment(value.toString()));
            case FieldType.CountryCode _ -> Optional.of(new Place.Abroad(value.toString()));
            case FieldType.Postcode _ ->
                    territories
                            .ofPostcode(value.toString())
                            .map(Department::code)
                            .map(Place.InDepartment::new);
            default -> Optional.empty();
        };
    }

    /// A service of that kind that is open today, by its id.
    Optional<Office> open(Body body, String office) {
        return offices.office(office)
                .filter(found -> found.kind() == OfficeKind.valueOf(body.office()))
                .filter(found -> open(found, today(found)));
    }

    private static boolean open(Office office, LocalDate day) {
        LocalDate until = office.until();
        return !day.isBefore(office.from()) && (until == null || !day.isAfter(until));
    }

    /// Those of these services that there are, by id: what is known already is not read again.
    Map<String, Office> offices(Stream<String> wanted, Map<String, Office> known) {
        Set<String> missing =
                wanted.filter(id -> !known.containsKey(id)).collect(Collectors.toSet());
        if (missing.isEmpty()) {
            return known;
        }
        Map<String, Office> all = new HashMap<>(known);
        offices.all(missing).forEach(office -> all.put(office.id(), office));
        return all;
    }

    /// Where each stands today.
    List<Standing> standing(List<Consultation> asked) {
        return standing(asked, Map.of());
    }

    /// The same.
    ///
    /// @param known services that were read already, by id
    List<Standing> standing(List<Consultation> asked, Map<String, Office> known) {
        Map<String, Office> offices = offices(asked.stream().map(Consultation::office), known);
        return asked.stream()
                .map(
                        one -> {
                            Office office = Objects.requireNonNull(offices.get(one.office()));
                            Body body = body(one.body());
                            return new Standing(
                                    one,
                                    body,
                                    body.inquiry(one.inquiry()).orElseThrow(),
                                    office,
                                    today(office));
                        })
                .toList();
    }

    Office office(String id) {
        return offices.office(id).orElseThrow();
    }

    /// The day it is where a service sits.
    LocalDate today(Office office) {
        return clock.instant().atZone(offices.days(office).zone().id()).toLocalDate();
    }

    /// The last of so many *jours ouvrés* that follow a day, where a service sits.
    LocalDate after(Office office, LocalDate day, int days) {
        return days == 0
                ? day
                : offices.days(office).plus(day, new LegalPeriod(days, Unit.JOURS_OUVRES));
    }
}
