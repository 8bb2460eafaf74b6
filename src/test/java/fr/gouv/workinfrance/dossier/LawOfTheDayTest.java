package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.procedure.Piece;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

import java.time.Instant;
import java.util.List;

/// Which law applies to a request: form, pieces and clock those of the day of deposit, criteria
/// those of the day of the decision. The order of 3 January 2025 added a piece on 12 January 2025.
@WifTest
class LawOfTheDayTest {
    private static final Instant EVE = Instant.parse("2025-01-11T09:00:00Z");
    private static final Instant DAY = Instant.parse("2025-01-12T09:00:00Z");

    @Autowired Requests requests;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Decisions decisions;
    @Autowired SettableClock clock;
    @Autowired JdbcClient jdbc;

    Account employer;

    @BeforeEach
    void people() {
        clock.set(EVE);
        employer = requests.someone("employeur");
    }

    @AfterEach
    void today() {
        clock.set(SettableClock.START);
    }

    @Test
    void a_request_keeps_the_form_the_pieces_and_the_clock_of_its_day_of_deposit() {
        Dossier deposited = requests.deposit(filled(), employer);

        clock.set(DAY);

        assertThat(dossiers.version(deposited).number()).isEqualTo("2024");
        assertThat(pieces(deposited)).doesNotContain("contributions");
        assertThat(dossiers.dossier(deposited.id()).clock()).isEqualTo(deposited.clock());
        assertThat(decisions.criteria(deposited).number()).isEqualTo("2025");
    }

    @Test
    void a_draft_moves_to_the_new_law_and_remembers_the_one_it_was_opened_under() {
        Dossier draft = filled();
        assertThat(pieces(draft)).doesNotContain("contributions");

        clock.set(DAY);

        assertThat(dossiers.version(draft).number()).isEqualTo("2025");
        assertThat(pieces(draft)).contains("contributions");
        assertThat(draft.procedureVersion()).isEqualTo("2024");
        Dossier deposited = requests.deposit(draft, employer);
        assertThat(deposited.procedureVersion()).isEqualTo("2025");
    }

    @Test
    void an_answer_that_the_new_form_reads_otherwise_is_read_again_from_what_was_typed() {
        Dossier draft = filled();
        jdbc.sql(
                        """
                        update dossier.dossier
                           set answers = jsonb_set(answers, '{contract_start,value}', '"earlier"')
                         where id = :id
                        """)
                .param("id", draft.id().value())
                .update();
        assertThat(start(draft)).isEqualTo("earlier");

        clock.set(DAY);

        assertThat(start(draft)).isEqualTo(draft.values().get("contract_start"));
    }

    private @Nullable Object start(Dossier draft) {
        Seen seen = dossiers.see(draft.id(), employer).orElseThrow();
        return seen.dossier().values().get("contract_start");
    }

    @Test
    void nothing_is_deposited_on_a_day_whose_law_is_not_written() {
        clock.set(Instant.parse("2021-03-31T09:00:00Z"));
        Dossier draft = requests.empty(employer);

        clock.set(Instant.parse("2022-01-03T09:00:00Z"));

        assertThat(dossiers.version(draft).number()).isEqualTo("2017");
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isEqualTo(new Submission.Refused(Submission.Reason.LAW_NOT_ENCODED));
    }

    /// The catalogue's examples, of a student who came before that day.
    private Dossier filled() {
        Dossier draft = requests.filled(employer);
        requests.answer(draft.id(), employer, "first_stay", "15/09/2023");
        return dossiers.dossier(draft.id());
    }

    private List<String> pieces(Dossier dossier) {
        return dossiers.version(dossier).pieces().stream().map(Piece::id).toList();
    }
}
