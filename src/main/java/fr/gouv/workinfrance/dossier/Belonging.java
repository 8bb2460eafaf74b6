package fr.gouv.workinfrance.dossier;

import fr.gouv.workinfrance.employer.EmployerId;
import fr.gouv.workinfrance.employer.Membership;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.reference.Siren;
import fr.gouv.workinfrance.reference.Siret;

import org.jspecify.annotations.Nullable;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// Whose a dossier is. One that a colleague fills for an establishment of his company belongs to
/// the company: those who act for it are then the employer, today's and no others, whoever opened
/// it.
///
/// @param openedBy who began it; absent where it is not known any more
/// @param place the company's establishment; empty for a person who asks by himself
public record Belonging(@Nullable UUID openedBy, Optional<Place> place) {

    /// What the kind of the employer is called, of one that has a SIRET.
    public static final String COMPANY = "company";

    /// An establishment of a company, as the last colleague who acts for it named it: a slip of the
    /// keyboard takes a dossier away from nobody.
    public record Place(EmployerId employer, String siret) {

        static Place of(Siret siret) {
            return new Place(EmployerId.of(new Siren(siret.siren())), siret.value());
        }

        boolean coveredBy(Membership member) {
            return member.covers(employer, siret);
        }
    }

    static Belonging to(UUID person) {
        return new Belonging(person, Optional.empty());
    }

    static Belonging read(@Nullable UUID openedBy, @Nullable String employer, @Nullable String at) {
        return new Belonging(
                openedBy,
                employer == null || at == null
                        ? Optional.empty()
                        : Optional.of(new Place(new EmployerId(employer), at)));
    }

    /// What this becomes once someone has named an establishment: his company's, if he fills in its
    /// requests there; otherwise it stays what it was.
    Belonging named(Answers answers, Collection<Membership> memberships) {
        return Optional.ofNullable(Names.of(answers).employerSiret())
                .flatMap(Siret::parse)
                .map(Place::of)
                .map(named -> new Belonging(openedBy, Optional.of(named)))
                .filter(named -> named.isFilledBy(memberships))
                .orElse(this);
    }

    /// What someone who acts for companies is to a dossier of one.
    Set<Relation> relations(Collection<Membership> memberships) {
        Set<Relation> relations = EnumSet.noneOf(Relation.class);
        place.ifPresent(
                at ->
                        memberships.stream()
                                .filter(at::coveredBy)
                                .map(member -> relation(member.role()))
                                .forEach(relations::add));
        return relations;
    }

    /// Whether someone who acts for companies fills in a dossier of one.
    boolean isFilledBy(Collection<Membership> memberships) {
        return relations(memberships).stream().anyMatch(relation -> relation.part().isPresent());
    }

    private static Relation relation(Role role) {
        return switch (role) {
            case SEES -> Relation.EMPLOYER_SEES;
            case FILLS -> Relation.EMPLOYER_FILLS;
            case DEPOSITS, ADMINISTERS -> Relation.EMPLOYER;
        };
    }
}
