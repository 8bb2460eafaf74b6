package fr.gouv.workinfrance.demo;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.journal.Actor;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.annotation.Profile;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

import java.time.Clock;
import java.util.List;
import java.util.Optional;

/// One fictitious person per role, made at the first start.
@Component
@Profile("demo")
class DemoAccounts {

    private static final Actor DEMO = Actor.system("demo");

    /// @param relation in which the person works for the préfecture of Paris; absent for the
    ///   parties
    record Person(
            String id,
            String givenName,
            String surname,
            @Nullable String capacity,
            @Nullable String relation) {

        String email() {
            return id + "@exemple.fr";
        }
    }

    static final List<Person> PEOPLE =
            List.of(
                    new Person("employeur", "Camille", "Martin", null, null),
                    new Person("etudiante", "Awa Fatou", "Ndiaye", null, null),
                    new Person("mandataire", "Anne", "Le Goff", null, null),
                    new Person("instructrice", "Claire", "Vidal", "instructrice", "caseworker"),
                    new Person(
                            "signataire",
                            "Samir",
                            "Benali",
                            "chef du service de la main-d’œuvre étrangère",
                            "signatory"));

    private final Accounts accounts;
    private final Grants grants;
    private final Clock clock;

    DemoAccounts(Accounts accounts, Grants grants, Clock clock) {
        this.accounts = accounts;
        this.grants = grants;
        this.clock = clock;
    }

    @EventListener(ApplicationReadyEvent.class)
    void make() {
        for (Person person : PEOPLE) {
            if (accounts.byEmail(person.email()).isEmpty()) {
                make(person);
            }
        }
    }

    Optional<Account> account(String id) {
        return PEOPLE.stream()
                .filter(person -> person.id().equals(id))
                .findFirst()
                .flatMap(person -> accounts.byEmail(person.email()));
    }

    private void make(Person person) {
        Account account = accounts.create(person.email(), "fr");
        accounts.rename(
                account.id(), person.givenName(), person.surname(), person.capacity(), "fr", DEMO);
        if (person.relation() != null) {
            grants.give(
                    account.id(),
                    person.relation(),
                    new Scope("office", "prefecture-75"),
                    clock.instant(),
                    null,
                    DEMO);
        }
    }
}
