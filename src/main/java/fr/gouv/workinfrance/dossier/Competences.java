package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.office.Office;
import fr.gouv.workinfrance.office.OfficeKind;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Place;
import fr.gouv.workinfrance.procedure.Competence.CountryOf;
import fr.gouv.workinfrance.procedure.Competence.DepartmentOf;
import fr.gouv.workinfrance.procedure.Competence.Everywhere;
import fr.gouv.workinfrance.procedure.Version;

import org.springframework.stereotype.Component;

import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;

/// Which office is competent for a request, by the rule of the version that it follows.
@Component
class Competences {

    private final Offices offices;

    Competences(Offices offices) {
        this.offices = offices;
    }

    /// Empty while the answers do not say, and where there is no such office.
    Optional<Office> competent(Version version, Dossier dossier, LocalDate on) {
        OfficeKind kind = OfficeKind.valueOf(version.competence().officeKind());
        return place(version, dossier.values())
                .flatMap(place -> offices.covering(kind, place, dossier.procedure(), on));
    }

    /// What the answers say of where it is; empty while they do not.
    static Optional<Place> place(Version version, Map<String, Object> values) {
        Map<String, Object> counted = version.counted(values);
        return switch (version.competence().where()) {
            case DepartmentOf department -> department.answer(counted).map(Place.InDepartment::new);
            case CountryOf country -> country.answer(counted).map(Place.Abroad::new);
            case Everywhere _ -> Optional.of(new Place.Anywhere());
        };
    }
}
