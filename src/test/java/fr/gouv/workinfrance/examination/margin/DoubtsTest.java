package fr.gouv.workinfrance.examination.margin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.document.paper.Advice;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.site.Images;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/// What the machine doubts, and what people make of it.
@WifTest
class DoubtsTest {

    @Autowired Requests requests;
    @Autowired Doubts doubts;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private Account employer;
    private Account caseworker;
    private DossierId id;

    @BeforeEach
    void deposited() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        Dossier draft = requests.filled(employer);
        join(draft, "contract");
        join(draft, "contract");
        id = requests.deposit(draft, employer).id();
        queue.runDue();
    }

    @Test
    void all_that_documents_give_reason_to_look_at_is_in_one_list_under_keys_of_its_own() {
        List<Doubt> all = doubts.of(seen());
        assertThat(all).isNotEmpty().allMatch(Doubt::open);
        assertThat(all).extracting(Doubt::key).doesNotHaveDuplicates();
        assertThat(all)
                .extracting(Doubt::about)
                .filteredOn(Doubt.About.Told.class::isInstance)
                .extracting(about -> ((Doubt.About.Told) about).advice().code())
                .contains(Advice.Code.TWICE);
    }

    @Test
    void a_doubt_is_ticked_off_with_a_reason_that_its_journal_keeps_apart_and_opens_again() {
        Doubt doubt = doubts.of(seen()).getFirst();
        assertThat(doubts.tick(id, doubt.key(), doubt.state(), " Lisible à l’écran ", caseworker))
                .isTrue();

        Doubt ticked = doubts.of(seen()).getFirst();
        assertThat(ticked.open()).isFalse();
        assertThat(ticked.tick().orElseThrow())
                .isEqualTo(
                        new Tick(
                                doubt.key(),
                                doubt.state(),
                                "Lisible à l’écran",
                                caseworker.id(),
                                SettableClock.START));
        Entry entry = journal.of(id.subject()).getLast();
        assertThat(entry.act()).isEqualTo("TICK");
        assertThat(entry.facts()).doesNotContainValue("Lisible à l’écran");
        assertThat(entry.personal()).isEqualTo(Map.of("reason", "Lisible à l’écran"));

        doubts.takeBack(id, doubt.key(), caseworker);
        assertThat(doubts.of(seen()).getFirst().open()).isTrue();
        assertThat(journal.of(id.subject()).getLast().act()).isEqualTo("UNTICK");
    }

    @Test
    void a_doubt_that_was_read_in_another_state_is_not_ticked_off() {
        Doubt doubt = doubts.of(seen()).getFirst();
        assertThat(doubts.tick(id, doubt.key(), "another", "Vu", caseworker)).isFalse();
        assertThat(doubts.tick(id, "rule.unknown", doubt.state(), "Vu", caseworker)).isFalse();
        assertThatThrownBy(() -> doubts.tick(id, doubt.key(), doubt.state(), " ", caseworker))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(doubts.of(seen())).allMatch(Doubt::open);
    }

    @Test
    void nobody_else_ticks_anything_off() {
        Doubt doubt = doubts.of(seen()).getFirst();
        Account elsewhere = requests.staff("caseworker", new Scope("office", "prefecture-13"));
        for (Account other : List.of(employer, elsewhere)) {
            assertThatThrownBy(() -> doubts.tick(id, doubt.key(), doubt.state(), "Vu", other))
                    .isInstanceOf(NoSuchElementException.class);
        }
    }

    private Seen seen() {
        return dossiers.see(id, caseworker).orElseThrow();
    }

    private void join(Dossier draft, String piece) {
        byte[] image = Images.png();
        var received =
                (Reception.Received)
                        documents.store(
                                new ByteArrayInputStream(image),
                                "a.png",
                                image.length,
                                employer.actor());
        drafts.attach(draft.id(), piece, received.document().id(), employer);
    }
}
