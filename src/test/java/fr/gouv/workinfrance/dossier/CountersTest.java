package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.dossier.Counter.Agreement;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An agent at a counter enters a request for someone who cannot, as such.
@WifTest
class CountersTest {

    private static final Pattern LINK =
            Pattern.compile("/invitation/((?:[A-Z0-9]{4}-){3}[A-Z0-9]{4})");
    private static final Pattern CODE =
            Pattern.compile("Code à saisir\\s+([A-Z0-9]{4}-[A-Z0-9]{4})");

    @Autowired Counters counters;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Parties parties;
    @Autowired Grants grants;
    @Autowired Invitations invitations;
    @Autowired Journal journal;
    @Autowired Requests requests;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account agent;
    Account person;
    Dossier entered;

    @BeforeEach
    void entered() {
        clock.set(SettableClock.START);
        agent = requests.staff("counter", Requests.PREFECTURE, "Leïla", "Haddad", "agente");
        person = requests.someone("personne");
        entered =
                counters.open(
                        Requests.PROCEDURE, Part.EMPLOYER, "Jean Dupond", Agreement.SPOKEN, agent);
    }

    @Test
    void what_the_agent_does_is_recorded_as_his_with_the_agreement_of_the_person() {
        requests.fill(entered, agent);
        Dossier deposited = requests.deposit(dossiers.dossier(entered.id()), agent);

        assertThat(deposited.stage()).isInstanceOf(Stage.Submitted.class);
        assertThat(journal.of(entered.id().subject()))
                .filteredOn(entry -> !entry.actor().kind().equals(Actor.Kind.SYSTEM))
                .allSatisfy(entry -> assertThat(entry.actor()).isEqualTo(agent.actor()));
        assertThat(journal.of(entered.id().subject()).getFirst().facts())
                .containsEntry("agreement", "SPOKEN")
                .containsEntry("counter", "prefecture-75");
        assertThat(journal.of(entered.id().subject()).getFirst().personal())
                .containsEntry("person", "Jean Dupond");
        assertThat(deposited.parties()).as("nobody speaks in the person's name").isEmpty();
        assertThat(counters.of(agent, 10)).extracting(Dossier::id).contains(entered.id());
    }

    @Test
    void who_entered_a_request_has_no_part_in_what_is_decided() {
        give(agent, "caseworker");
        give(agent, "signatory");
        requests.fill(entered, agent);
        requests.deposit(dossiers.dossier(entered.id()), agent);
        queue.runDue();

        Seen seen = dossiers.see(entered.id(), agent).orElseThrow();
        assertThat(seen.relations()).containsExactly(Relation.COUNTER);
        assertThat(seen.byOffice()).isFalse();
        assertThatThrownBy(() -> decisions.assign(entered.id(), agent.id(), agent))
                .isInstanceOf(IllegalMove.class);
        Account colleague = requests.staff("caseworker", Requests.PREFECTURE);
        decisions.assign(entered.id(), agent.id(), colleague);
        assertThatThrownBy(() -> decisions.certify(entered.id(), agent))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void nobody_enters_a_request_who_does_not_work_at_a_counter() {
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);

        assertThatThrownBy(
                        () ->
                                counters.open(
                                        Requests.PROCEDURE,
                                        Part.EMPLOYER,
                                        "Jean Dupond",
                                        Agreement.SIGNED,
                                        caseworker))
                .isInstanceOf(IllegalMove.class);
        assertThat(dossiers.see(entered.id(), caseworker)).isEmpty();
    }

    @Test
    void the_copy_holds_all_that_was_entered_and_the_person_comes_in_with_its_code() {
        requests.fill(entered, agent);
        String copy = PdfText.of(counters.copy(entered.id(), agent));
        assertThat(copy)
                .contains("Jean Dupond", "Leïla Haddad", "Accord donné de vive voix")
                .contains("Boulangerie", "Elle est en route")
                .contains("Signature de Jean Dupond");

        assertThat(parties.accept(found(LINK, copy), found(CODE, copy), person))
                .isInstanceOf(Acceptance.Joined.class);

        Seen his = dossiers.see(entered.id(), person).orElseThrow();
        assertThat(his.relations()).containsExactly(Relation.EMPLOYER);
        assertThat(his.may(Act.SUBMIT)).isTrue();
        Seen agents = dossiers.see(entered.id(), agent).orElseThrow();
        assertThat(agents.fills(Part.EMPLOYER)).as("he fills it himself now").isFalse();
        assertThat(agents.fills(Part.WORKER)).isTrue();
    }

    @Test
    void a_student_who_files_comes_in_with_the_mandate_that_he_holds() {
        Dossier other =
                counters.open(
                        Requests.PROCEDURE, Part.WORKER, "Awa Ndiaye", Agreement.SIGNED, agent);
        String copy = PdfText.of(counters.copy(other.id(), agent));

        parties.accept(found(LINK, copy), found(CODE, copy), person);

        assertThat(dossiers.see(other.id(), person).orElseThrow().relations())
                .containsExactlyInAnyOrder(Relation.WORKER, Relation.MANDATE_HOLDER);
    }

    @Test
    void another_copy_kills_the_code_of_the_one_before_and_no_mail_goes_after_it() {
        String first = PdfText.of(counters.copy(entered.id(), agent));
        counters.copy(entered.id(), agent);

        assertThat(parties.accept(found(LINK, first), found(CODE, first), person))
                .isEqualTo(new Acceptance.Gone());
        assertThat(invitations.on(entered.id().scope())).as("nobody to be reminded").isEmpty();
        assertThatThrownBy(() -> counters.copy(entered.id(), person))
                .isInstanceOf(IllegalMove.class);
    }

    private void give(Account account, String relation) {
        grants.give(
                account.id(),
                relation,
                Requests.PREFECTURE,
                clock.instant(),
                null,
                Actor.system("test"));
    }

    private static String found(Pattern wanted, String copy) {
        Matcher matcher = wanted.matcher(copy);
        assertThat(matcher.find()).as("%s in %s", wanted, copy).isTrue();
        return matcher.group(1);
    }
}
