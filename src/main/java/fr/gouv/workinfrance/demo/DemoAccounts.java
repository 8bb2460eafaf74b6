package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.demo.past.DemoClock;
import fr.gouv.workinfrance.demo.past.Stories;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// The fictitious people of the demonstration, made at the first start.
@Component
@Profile("demo")
class DemoAccounts {

    private static final Actor DEMO = Actor.system("demo");

    private static final String CASEWORKER = "caseworker";
    private static final String SIGNATORY = "signatory";
    private static final String HEAD = "head";
    private static final String COUNTER = "counter";
    private static final String MEMBER = "member";
    private static final String ADMINISTRATOR = "administrator";
    private static final String PARIS = "prefecture-75";
    private static final String MINISTRY = "ministere-immigration";

    /// Long enough for all that the stories tell to have been done by them.
    private static final Duration AGO = Duration.ofDays(200);

    /// @param relation in which the person works for some offices, or for the service as a whole;
    ///   absent for the parties
    record Person(
            String id,
            String givenName,
            String surname,
            @Nullable String capacity,
            @Nullable String relation,
            List<String> offices) {

        static Person party(String id, String givenName, String surname) {
            return new Person(id, givenName, surname, null, null, List.of());
        }

        String email() {
            return id + "@exemple.fr";
        }

        /// The first page of somebody who signs in.
        String home() {
            if (relation == null) {
                return "/mes-demandes";
            }
            if (offices.contains(MINISTRY)) {
                return "/instruction/recours"; // nothing else is before it
            }
            return switch (relation) {
                case SIGNATORY -> "/signature";
                case HEAD -> offices.contains(PARIS) ? "/pilotage" : "/avis";
                case MEMBER -> "/avis";
                case COUNTER -> "/guichet";
                case ADMINISTRATOR -> "/administration";
                default -> "/instruction";
            };
        }

        /// What the person works for.
        List<Scope> scopes() {
            return ADMINISTRATOR.equals(relation)
                    ? List.of(Scope.HOUSE)
                    : offices.stream().map(office -> new Scope("office", office)).toList();
        }
    }

    /// One per role: what a visitor tries first.
    static final List<Person> PEOPLE =
            List.of(
                    Person.party("employeur", "Camille", "Martin"),
                    Person.party("etudiante", "Awa Fatou", "Ndiaye"),
                    Person.party("mandataire", "Anne", "Le Goff"),
                    new Person(
                            "instructrice",
                            "Claire",
                            "Vidal",
                            "instructrice",
                            CASEWORKER,
                            List.of(PARIS)),
                    new Person(
                            "signataire",
                            "Samir",
                            "Benali",
                            "chef du service de la main-d’œuvre étrangère",
                            SIGNATORY,
                            List.of(PARIS)),
                    new Person(
                            "cheffe",
                            "Isabelle",
                            "Fournier",
                            "cheffe du bureau de l’immigration professionnelle",
                            HEAD,
                            List.of(PARIS)),
                    new Person(
                            "guichet",
                            "Leïla",
                            "Haddad",
                            "agente d’accueil",
                            COUNTER,
                            List.of(PARIS)),
                    new Person(
                            "conseiller",
                            "Paul",
                            "Marchand",
                            "conseiller pour le spectacle vivant",
                            MEMBER,
                            List.of("drac-ile-de-france")),
                    new Person(
                            "administratrice",
                            "Nadia",
                            "Roche",
                            "juriste, administratrice du catalogue",
                            ADMINISTRATOR,
                            List.of()));

    /// Those to whom work is handed over, and those who work elsewhere.
    static final List<Person> COLLEAGUES =
            List.of(
                    Person.party("dirigeante", "Sylvie", "Carpentier"),
                    Person.party("collegue", "Thomas", "Girard"),
                    Person.party("partant", "Julien", "Moreau"),
                    new Person(
                            "instructeur",
                            "Hugo",
                            "Lambert",
                            "instructeur",
                            CASEWORKER,
                            List.of(PARIS)),
                    new Person(
                            "signataire-adjointe",
                            "Béatrice",
                            "Morel",
                            "adjointe au chef du service de la main-d’œuvre étrangère",
                            SIGNATORY,
                            List.of(PARIS)),
                    // of the platform that examines for these préfets, who keep the decision
                    new Person(
                            "instructrice-bethune",
                            "Élodie",
                            "Delattre",
                            "instructrice",
                            CASEWORKER,
                            List.of(
                                    "prefecture-62",
                                    "prefecture-59",
                                    "prefecture-80",
                                    "prefecture-35")),
                    new Person(
                            "signataire-arras",
                            "Marc",
                            "Lefebvre",
                            "directeur de la citoyenneté",
                            SIGNATORY,
                            List.of("prefecture-62")),
                    new Person(
                            "cheffe-drac",
                            "Mathilde",
                            "Aubry",
                            "cheffe du service de la création",
                            HEAD,
                            List.of("drac-ile-de-france")),
                    new Person(
                            "gestionnaire-urssaf",
                            "Inès",
                            "Roux",
                            "gestionnaire du recouvrement",
                            MEMBER,
                            List.of("urssaf-ile-de-france")),
                    new Person(
                            "agent-ofii",
                            "Karim",
                            "Slimani",
                            "agent de la direction territoriale",
                            MEMBER,
                            List.of("ofii-paris")),
                    new Person(
                            "agente-consulat",
                            "Ndeye",
                            "Faye",
                            "agente du service des visas",
                            MEMBER,
                            List.of("consulat-dakar")),
                    // above the préfets, who answers appeals to the minister
                    new Person(
                            "redactrice-ministere",
                            "Aline",
                            "Perrin",
                            "rédactrice au bureau du contentieux",
                            CASEWORKER,
                            List.of(MINISTRY)),
                    new Person(
                            "sous-directeur-ministere",
                            "Yves",
                            "Kermarrec",
                            "sous-directeur",
                            SIGNATORY,
                            List.of(MINISTRY)));

    private final Accounts accounts;
    private final Grants grants;
    private final DemoClock clock;
    private final Delegations delegations;

    DemoAccounts(Accounts accounts, Grants grants, DemoClock clock, Delegations delegations) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
        this.delegations = delegations;
    }

    @EventListener(ApplicationReadyEvent.class)
    @Order(Stories.AFTER_THE_PEOPLE - 2)
    void make() {
        everybody()
                .filter(person -> accounts.byEmail(person.email()).isEmpty())
                .forEach(person -> clock.asOf(clock.instant().minus(AGO), () -> make(person)));
    }

    Optional<Person> person(String id) {
        return everybody().filter(person -> person.id().equals(id)).findFirst();
    }

    Account account(Person person) {
        return accounts.byEmail(person.email()).orElseThrow();
    }

    private static Stream<Person> everybody() {
        return Stream.concat(PEOPLE.stream(), COLLEAGUES.stream());
    }

    /// By an order that never was: the numbers are made up.
    private void delegate(Account signatory, String office) {
        LocalDate published = clock.instant().atZone(ZoneOffset.UTC).toLocalDate();
        delegations.give(
                new Delegation(
                        UUID.randomUUID(),
                        office,
                        signatory.id(),
                        false,
                        EnumSet.allOf(Delegation.Kind.class),
                        Set.of(),
                        "2026-0001 (fictif)",
                        published.minusDays(2),
                        "2026-001 (fictif)",
                        published.minusDays(1),
                        published,
                        null),
                DEMO);
    }

    private Account make(Person person) {
        Account account =
                accounts.rename(
                        accounts.create(person.email(), "fr").id(),
                        person.givenName(),
                        person.surname(),
                        person.capacity(),
                        "fr",
                        DEMO);
        String relation = person.relation();
        if (relation != null) {
            person.scopes()
                    .forEach(
                            scope ->
                                    grants.give(
                                            account.id(),
                                            relation,
                                            scope,
                                            clock.instant(),
                                            null,
                                            DEMO));
        }
        if (SIGNATORY.equals(relation)) {
            person.offices().forEach(office -> delegate(account, office));
        }
        return account;
    }
}
