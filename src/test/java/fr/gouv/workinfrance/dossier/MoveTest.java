package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

class MoveTest {

    /// Who may do what, from where: what is not in this table is refused.
    private static final String LAW =
            """
            DRAFT              ANSWER     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            DRAFT              ATTACH     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            DRAFT              INVITE     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            DRAFT              TAKE_OVER  EMPLOYER EMPLOYER_FILLS
            DRAFT              FILE       EMPLOYER
            DRAFT              ATTEST     EMPLOYER WORKER MANDATE_HOLDER
            DRAFT              CONTEST    WORKER
            DRAFT              RETRACT    WORKER
            DRAFT              LEAVE      EMPLOYER WORKER MANDATE_HOLDER
            DRAFT              REPLACE    EMPLOYER MANDATE_HOLDER
            DRAFT              HAND_OVER  EMPLOYER
            DRAFT              ERASE      EMPLOYER MANDATE_HOLDER COUNTER
            DRAFT              SUBMIT     EMPLOYER MANDATE_HOLDER COUNTER
            SUBMITTED          WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            SUBMITTED          APPEAL     EMPLOYER WORKER MANDATE_HOLDER
            SUBMITTED          REVISE     OFFICE AUTHORITY
            SUBMITTED          SIGN_REVISION SIGNATORY AUTHORITY_SIGNATORY
            SUBMITTED          ASK_REASONS EMPLOYER WORKER MANDATE_HOLDER
            SUBMITTED          OBSERVE    EMPLOYER WORKER MANDATE_HOLDER
            SUBMITTED          INVITE     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            SUBMITTED          TAKE_OVER  EMPLOYER EMPLOYER_FILLS
            SUBMITTED          ATTEST     EMPLOYER WORKER MANDATE_HOLDER
            SUBMITTED          CONTEST    WORKER
            SUBMITTED          RETRACT    WORKER
            SUBMITTED          WITHDRAW   EMPLOYER MANDATE_HOLDER
            SUBMITTED          MEND       EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            SUBMITTED          RETURN     EMPLOYER WORKER MANDATE_HOLDER COUNTER
            SUBMITTED          ASK        ASSIGNEE
            SUBMITTED          CONSULT    ASSIGNEE
            SUBMITTED          INFORM     ASSIGNEE
            SUBMITTED          ASSIGN     OFFICE
            SUBMITTED          FORWARD    OFFICE
            SUBMITTED          CERTIFY    OFFICE
            COMPLETE           WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            COMPLETE           APPEAL     EMPLOYER WORKER MANDATE_HOLDER
            COMPLETE           REVISE     OFFICE AUTHORITY
            COMPLETE           SIGN_REVISION SIGNATORY AUTHORITY_SIGNATORY
            COMPLETE           ASK_REASONS EMPLOYER WORKER MANDATE_HOLDER
            COMPLETE           OBSERVE    EMPLOYER WORKER MANDATE_HOLDER
            COMPLETE           INVITE     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            COMPLETE           TAKE_OVER  EMPLOYER EMPLOYER_FILLS
            COMPLETE           ATTEST     EMPLOYER WORKER MANDATE_HOLDER
            COMPLETE           CONTEST    WORKER
            COMPLETE           RETRACT    WORKER
            COMPLETE           WITHDRAW   EMPLOYER MANDATE_HOLDER
            COMPLETE           MEND       EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            COMPLETE           RETURN     EMPLOYER WORKER MANDATE_HOLDER COUNTER
            COMPLETE           ASK        ASSIGNEE
            COMPLETE           CONSULT    ASSIGNEE
            COMPLETE           INFORM     ASSIGNEE
            COMPLETE           ASSIGN     OFFICE
            COMPLETE           FORWARD    OFFICE
            COMPLETE           BEGIN      ASSIGNEE
            IN_EXAMINATION     WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            IN_EXAMINATION     APPEAL     EMPLOYER WORKER MANDATE_HOLDER
            IN_EXAMINATION     REVISE     OFFICE AUTHORITY
            IN_EXAMINATION     SIGN_REVISION SIGNATORY AUTHORITY_SIGNATORY
            IN_EXAMINATION     ASK_REASONS EMPLOYER WORKER MANDATE_HOLDER
            IN_EXAMINATION     OBSERVE    EMPLOYER WORKER MANDATE_HOLDER
            IN_EXAMINATION     INVITE     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            IN_EXAMINATION     TAKE_OVER  EMPLOYER EMPLOYER_FILLS
            IN_EXAMINATION     ATTEST     EMPLOYER WORKER MANDATE_HOLDER
            IN_EXAMINATION     CONTEST    WORKER
            IN_EXAMINATION     RETRACT    WORKER
            IN_EXAMINATION     WITHDRAW   EMPLOYER MANDATE_HOLDER
            IN_EXAMINATION     MEND       EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            IN_EXAMINATION     RETURN     EMPLOYER WORKER MANDATE_HOLDER COUNTER
            IN_EXAMINATION     ASK        ASSIGNEE
            IN_EXAMINATION     CONSULT    ASSIGNEE
            IN_EXAMINATION     INFORM     ASSIGNEE
            IN_EXAMINATION     ASSIGN     OFFICE
            IN_EXAMINATION     FORWARD    OFFICE
            IN_EXAMINATION     PREPARE    ASSIGNEE
            AWAITING_SIGNATURE WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            AWAITING_SIGNATURE APPEAL     EMPLOYER WORKER MANDATE_HOLDER
            AWAITING_SIGNATURE REVISE     OFFICE AUTHORITY
            AWAITING_SIGNATURE SIGN_REVISION SIGNATORY AUTHORITY_SIGNATORY
            AWAITING_SIGNATURE ASK_REASONS EMPLOYER WORKER MANDATE_HOLDER
            AWAITING_SIGNATURE OBSERVE    EMPLOYER WORKER MANDATE_HOLDER
            AWAITING_SIGNATURE INVITE     EMPLOYER EMPLOYER_FILLS WORKER MANDATE_HOLDER COUNTER
            AWAITING_SIGNATURE TAKE_OVER  EMPLOYER EMPLOYER_FILLS
            AWAITING_SIGNATURE ATTEST     EMPLOYER WORKER MANDATE_HOLDER
            AWAITING_SIGNATURE CONTEST    WORKER
            AWAITING_SIGNATURE RETRACT    WORKER
            AWAITING_SIGNATURE WITHDRAW   EMPLOYER MANDATE_HOLDER
            AWAITING_SIGNATURE ASSIGN     OFFICE
            AWAITING_SIGNATURE INFORM     ASSIGNEE
            AWAITING_SIGNATURE FORWARD    OFFICE
            AWAITING_SIGNATURE SEND_BACK  SIGNATORY
            AWAITING_SIGNATURE SIGN       SIGNATORY
            DECIDED            INFORM     ASSIGNEE
            DECIDED            WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            DECIDED            APPEAL     EMPLOYER WORKER MANDATE_HOLDER
            WITHDRAWN          INFORM     ASSIGNEE
            DECIDED            REVISE     OFFICE AUTHORITY
            DECIDED            SIGN_REVISION SIGNATORY AUTHORITY_SIGNATORY
            DECIDED            REOPEN     SIGNATORY AUTHORITY_SIGNATORY
            DECIDED            OBSERVE    EMPLOYER WORKER MANDATE_HOLDER
            WITHDRAWN          WRITE      EMPLOYER WORKER MANDATE_HOLDER OFFICE ASSIGNEE SIGNATORY
            """;

    private record Row(Stage.Name stage, Act act, Relation relation) {}

    @Test
    void each_act_is_allowed_to_these_people_at_these_stages_and_to_nobody_else() {
        Set<Row> written = new HashSet<>();
        LAW.lines()
                .map(line -> line.split("\\s+"))
                .forEach(
                        cells ->
                                Arrays.stream(cells)
                                        .skip(2)
                                        .forEach(
                                                by ->
                                                        written.add(
                                                                new Row(
                                                                        Stage.Name.valueOf(
                                                                                cells[0]),
                                                                        Act.valueOf(cells[1]),
                                                                        Relation.valueOf(by)))));
        Set<Row> coded = new HashSet<>();
        for (Stage.Name stage : Stage.Name.values()) {
            for (Act act : Act.values()) {
                for (Relation relation : Relation.values()) {
                    if (Move.allows(act, List.of(relation), stage)) {
                        coded.add(new Row(stage, act, relation));
                    }
                }
            }
        }

        assertThat(coded).isEqualTo(written);
    }

    @Test
    void every_act_has_exactly_one_row() {
        List<Act> acts = new ArrayList<>();
        Move.TABLE.forEach(move -> acts.add(move.act()));

        assertThat(acts).containsExactlyInAnyOrder(Act.values());
    }

    @Test
    void
            a_withdrawn_request_is_only_written_and_told_about_and_a_decision_that_was_given_acted_on() {
        assertThat(Move.open(Set.of(Relation.values()), Stage.Name.WITHDRAWN))
                .containsExactly(Act.WRITE, Act.INFORM);
        assertThat(Move.open(Set.of(Relation.values()), Stage.Name.DECIDED))
                .containsExactlyInAnyOrder(
                        Act.WRITE,
                        Act.INFORM,
                        Act.APPEAL,
                        Act.REVISE,
                        Act.SIGN_REVISION,
                        Act.REOPEN,
                        Act.OBSERVE);
    }

    @Test
    void someone_who_is_nothing_to_a_dossier_can_do_nothing_to_it() {
        for (Stage.Name stage : Stage.Name.values()) {
            assertThat(Move.open(Set.of(), stage)).isEmpty();
        }
    }

    @Test
    void every_stage_but_the_first_is_reached_by_an_act() {
        Set<Stage.Name> reached =
                Move.TABLE.stream().flatMap(move -> move.to().stream()).collect(Collectors.toSet());

        assertThat(reached)
                .containsExactlyInAnyOrder(
                        Stage.Name.SUBMITTED,
                        Stage.Name.COMPLETE,
                        Stage.Name.IN_EXAMINATION,
                        Stage.Name.AWAITING_SIGNATURE,
                        Stage.Name.DECIDED,
                        Stage.Name.WITHDRAWN);
    }
}
