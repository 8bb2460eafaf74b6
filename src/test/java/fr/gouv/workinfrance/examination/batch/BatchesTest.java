package fr.gouv.workinfrance.examination.batch;

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
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.examination.batch.Batch.Act;
import fr.gouv.workinfrance.examination.batch.Batch.Result;
import fr.gouv.workinfrance.examination.margin.Doubt;
import fr.gouv.workinfrance.examination.margin.Doubts;
import fr.gouv.workinfrance.examination.worklist.Filter;
import fr.gouv.workinfrance.examination.worklist.Labels;
import fr.gouv.workinfrance.examination.worklist.Worklist.View;
import fr.gouv.workinfrance.examination.worklist.Worklists;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.office.Offices;
import fr.gouv.workinfrance.office.Teams;
import fr.gouv.workinfrance.site.Images;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.io.ByteArrayInputStream;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/// Acts on many dossiers, in an office that no other test deposits for.
@WifTest
class BatchesTest {

    private static final String OFFICE = "prefecture-48";

    @Autowired Requests requests;
    @Autowired Batches batches;
    @Autowired Worklists worklists;
    @Autowired Labels labels;
    @Autowired Doubts doubts;
    @Autowired Documents documents;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Offices offices;
    @Autowired Teams teams;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;

    @BeforeEach
    void morning() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        caseworker = requests.staff("caseworker", new Scope("office", OFFICE));
    }

    @Test
    void many_are_given_to_one_person_and_each_keeps_its_own_trace() {
        List<Dossier> all = deposited(3);
        Batch batch = done(Act.ASSIGN, caseworker.id().toString(), all);

        assertThat(results(batch)).containsOnly(Result.DONE);
        assertThat(batch.over()).isTrue();
        for (Dossier dossier : all) {
            assertThat(dossiers.dossier(dossier.id()).assignee()).isEqualTo(caseworker.id());
            assertThat(journal.of(dossier.id().subject()))
                    .filteredOn(entry -> entry.act().equals("ASSIGN"))
                    .extracting(Entry::actor)
                    .containsExactly(caseworker.actor());
        }
        assertThat(results(done(Act.ASSIGN, caseworker.id().toString(), all)))
                .containsOnly(Result.ALREADY);
    }

    @Test
    void what_one_refuses_stops_none_of_the_others_and_says_why() {
        Dossier here = deposited(1).getFirst();
        Dossier elsewhere = requests.deposited(employer);
        Dossier gone = deposited(1).getFirst();
        dossiers.withdraw(gone.id(), employer);

        Batch batch = done(Act.ASSIGN, caseworker.id().toString(), List.of(elsewhere, gone, here));

        assertThat(results(batch)).containsExactly(Result.REFUSED, Result.REFUSED, Result.DONE);
        assertThat(batch.lines().getFirst().detail()).isEqualTo("NOT_ALLOWED");
        assertThat(dossiers.dossier(elsewhere.id()).assignee()).isNull();
    }

    @Test
    void they_are_shared_among_those_who_are_present_and_what_has_someone_stays() {
        Account colleague = requests.staff("caseworker", new Scope("office", OFFICE));
        LocalDate today = LocalDate.parse("2026-11-23");
        teams.members(OFFICE, today).stream()
                .map(member -> member.account().id())
                .filter(id -> !Set.of(colleague.id(), caseworker.id()).contains(id))
                .forEach(id -> teams.away(id, today, today, colleague.id(), caseworker));
        List<Dossier> all = deposited(3);
        Dossier taken = deposited(1).getFirst();
        done(Act.ASSIGN, caseworker.id().toString(), List.of(taken));

        Batch batch =
                done(Act.BALANCE, null, Stream.concat(all.stream(), Stream.of(taken)).toList());

        assertThat(results(batch).subList(0, 3)).containsOnly(Result.DONE);
        assertThat(results(batch).getLast()).isEqualTo(Result.ALREADY);
        assertThat(all.stream().map(one -> dossiers.dossier(one.id()).assignee()).toList())
                .containsExactlyInAnyOrder(colleague.id(), colleague.id(), caseworker.id());
    }

    @Test
    void dossiers_of_someone_who_is_away_are_in_the_list_of_whoever_covers() {
        Account colleague = requests.staff("caseworker", new Scope("office", OFFICE));
        Dossier dossier = deposited(1).getFirst();
        done(Act.ASSIGN, colleague.id().toString(), List.of(dossier));
        LocalDate today = LocalDate.parse("2026-11-23");
        assertThat(mine()).doesNotContain(dossier.reference().value());

        teams.away(colleague.id(), today, today.plusDays(3), caseworker.id(), caseworker);
        assertThat(mine()).contains(dossier.reference().value());

        teams.back(teams.absences(colleague, today).getFirst(), caseworker);
        assertThat(mine()).doesNotContain(dossier.reference().value());
    }

    @Test
    void a_label_is_put_found_and_taken_off() {
        List<Dossier> all = deposited(2);
        String label = "renfort " + UUID.randomUUID().toString().substring(0, 8);
        assertThat(results(done(Act.LABEL, label, all))).containsOnly(Result.DONE);
        assertThat(labels.of(List.of(all.getFirst().id().value())))
                .containsEntry(all.getFirst().id().value(), List.of(label));
        assertThat(labels.used(List.of(offices.office(OFFICE).orElseThrow()))).contains(label);
        assertThat(labelled(label)).hasSize(2);

        done(Act.UNLABEL, label, List.of(all.getFirst()));
        assertThat(labelled(label)).containsExactly(all.getLast().reference().value());
    }

    @Test
    void completeness_is_certified_only_where_nothing_is_left_to_read() {
        Dossier declared = deposited(1).getFirst();
        assertThat(results(done(Act.CERTIFY, null, List.of(declared))))
                .as("its pieces are on their way")
                .containsExactly(Result.NOT_CHECKED);
        assertThat(dossiers.dossier(declared.id()).certified()).isEmpty();
    }

    @Test
    void what_nobody_certified_is_not_said_to_be_certified_already() {
        Dossier withdrawn = deposited(1).getFirst();
        dossiers.withdraw(withdrawn.id(), employer);
        assertThat(results(done(Act.CERTIFY, null, List.of(withdrawn))))
                .containsExactly(Result.REFUSED);
    }

    @Test
    void completeness_is_certified_once_every_doubt_is_ticked_off() {
        Dossier draft = draft();
        dossiers.version(draft)
                .requiredPieces(draft.values())
                .forEach(piece -> join(draft, piece.id()));
        Dossier doubtful = requests.deposit(draft, employer);
        queue.runDue();
        assertThat(results(done(Act.CERTIFY, null, List.of(doubtful))))
                .as("its doubts are open")
                .containsExactly(Result.NOT_CHECKED);

        for (Doubt doubt : doubts.of(dossiers.see(doubtful.id(), caseworker).orElseThrow())) {
            doubts.tick(doubtful.id(), doubt.key(), doubt.state(), "Vu à l’écran", caseworker);
        }
        assertThat(results(done(Act.CERTIFY, null, List.of(doubtful))))
                .containsExactly(Result.DONE);
        assertThat(dossiers.dossier(doubtful.id()).certified()).isPresent();
    }

    @Test
    void a_batch_is_seen_by_whoever_asked_for_it_alone_and_is_never_of_nothing() {
        UUID id = batches.ask(Act.LABEL, "à relire", ids(deposited(1)), caseworker);
        assertThat(batches.find(id, employer)).isEmpty();
        assertThatThrownBy(() -> batches.ask(Act.CERTIFY, null, List.of(), caseworker))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private List<Dossier> deposited(int count) {
        return Stream.generate(this::deposited).limit(count).toList();
    }

    private Dossier deposited() {
        return requests.deposit(draft(), employer);
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

    private Dossier draft() {
        Dossier draft = requests.filledAt(employer, "48000", "Mende", "48");
        return dossiers.dossier(draft.id());
    }

    private Batch done(Act act, @Nullable String what, List<Dossier> dossiers) {
        UUID id = batches.ask(act, what, ids(dossiers), caseworker);
        queue.runDue();
        return batches.find(id, caseworker).orElseThrow();
    }

    private static List<UUID> ids(List<Dossier> dossiers) {
        return dossiers.stream().map(Dossier::id).map(DossierId::value).toList();
    }

    private static List<@Nullable Result> results(Batch batch) {
        return batch.lines().stream().<@Nullable Result>map(Batch.Line::result).toList();
    }

    private List<String> mine() {
        return worklists.page(caseworker, Filter.of(View.MINE), null, 200).lines().stream()
                .map(line -> line.reference())
                .toList();
    }

    private List<String> labelled(String label) {
        Filter all = Filter.of(View.ALL);
        Filter labelled =
                new Filter(
                        View.ALL,
                        "",
                        null,
                        null,
                        null,
                        null,
                        all.received(),
                        all.limit(),
                        "",
                        label,
                        all.fields());
        return worklists.page(caseworker, labelled, null, 50).lines().stream()
                .map(line -> line.reference())
                .toList();
    }
}
