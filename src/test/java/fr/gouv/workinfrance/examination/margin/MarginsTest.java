package fr.gouv.workinfrance.examination.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;

/// What an office keeps of its own about a dossier: who looks at it, and what people note.
@WifTest
class MarginsTest {

    @Autowired Requests requests;
    @Autowired Margins margins;
    @Autowired Notes notes;
    @Autowired Dossiers dossiers;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private Account colleague;
    private DossierId id;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        colleague = requests.staff("caseworker", Requests.PREFECTURE);
        id = requests.deposited(employer).id();
    }

    @Test
    void what_is_new_is_what_came_after_the_visit_before_this_one() {
        assertThat(open(caseworker).before()).as("a first visit").isNull();
        pass(Duration.ofMinutes(20));
        assertThat(open(caseworker).before()).as("the same visit").isNull();

        pass(Duration.ofHours(2));
        Margin next = open(caseworker);
        assertThat(next.before()).isEqualTo(SettableClock.START.plus(Duration.ofMinutes(20)));
        assertThat(next.isNew(SettableClock.START)).isFalse();
        assertThat(next.isNew(clock.instant())).isTrue();
        pass(Duration.ofMinutes(10));
        assertThat(open(caseworker).before()).as("the same visit").isEqualTo(next.before());
    }

    @Test
    void two_people_on_one_dossier_see_each_other_until_one_goes_away() {
        assertThat(open(caseworker).others()).isEmpty();
        assertThat(open(colleague).others()).containsExactly(caseworker.id());
        pass(Duration.ofSeconds(45));
        assertThat(margins.stay(id, caseworker)).containsExactly(colleague.id());

        pass(Duration.ofSeconds(90));
        assertThat(margins.stay(id, caseworker)).as("the colleague is gone").isEmpty();
        assertThat(open(colleague).others()).containsExactly(caseworker.id());
    }

    @Test
    void a_note_is_for_the_office_and_its_author_alone_takes_it_away() {
        Note first = notes.write(id, " À rappeler lundi ", caseworker);
        pass(Duration.ofMinutes(1));
        Note second = notes.write(id, "C’est fait", colleague);
        assertThat(open(caseworker).notes()).containsExactly(second, first);
        Entry entry =
                journal.of(id.subject()).stream()
                        .filter(one -> one.act().equals("NOTE"))
                        .findFirst()
                        .orElseThrow();
        assertThat(entry.facts()).isEqualTo(Map.of("note", first.id().toString()));
        assertThat(entry.personal()).isEqualTo(Map.of("words", "À rappeler lundi"));

        notes.tear(id, first.id(), colleague);
        assertThat(open(caseworker).notes()).contains(first);
        notes.tear(id, first.id(), caseworker);
        assertThat(open(caseworker).notes()).containsExactly(second);
        assertThat(journal.of(id.subject()).getLast().act()).isEqualTo("TEAR");
    }

    @Test
    void parties_neither_open_nor_write_any_of_it() {
        assertThatThrownBy(() -> open(employer)).isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> margins.stay(id, employer))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> notes.write(id, "Bonjour", employer))
                .isInstanceOf(NoSuchElementException.class);
        assertThatThrownBy(() -> notes.write(id, " ", caseworker))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Margin open(Account account) {
        return margins.open(dossiers.see(id, account).orElseThrow(), account);
    }

    private void pass(Duration time) {
        clock.set(clock.instant().plus(time));
    }
}
