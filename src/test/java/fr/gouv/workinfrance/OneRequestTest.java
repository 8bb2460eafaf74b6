package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.dossier.Act;
import fr.gouv.workinfrance.dossier.Answering;
import fr.gouv.workinfrance.dossier.Decision;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.DossierId;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Given;
import fr.gouv.workinfrance.dossier.IllegalMove;
import fr.gouv.workinfrance.dossier.IssuedDeed;
import fr.gouv.workinfrance.dossier.Preparation;
import fr.gouv.workinfrance.dossier.Seen;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.dossier.Submission;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.examination.Review;
import fr.gouv.workinfrance.examination.Worklist;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Audit;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.permit.PermitStatus;
import fr.gouv.workinfrance.permit.PermitStatus.Line;
import fr.gouv.workinfrance.permit.Permits;
import fr.gouv.workinfrance.permit.Verification;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.Part;
import fr.gouv.workinfrance.procedure.Version;
import fr.gouv.workinfrance.reference.Amount;
import fr.gouv.workinfrance.reference.PartialDate;
import fr.gouv.workinfrance.reference.Per;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/// One request travels the whole way, through the front doors alone.
@WifTest
class OneRequestTest {

    private static final String PROCEDURE = "etudiant-professionnalisation";

    @Autowired Accounts accounts;
    @Autowired Grants grants;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Decisions decisions;
    @Autowired Examinations examinations;
    @Autowired Permits permits;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    Account employer;
    Account caseworker;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        employer = someone("employeur");
        caseworker = staff("caseworker", "Claire", "Vidal", "instructrice");
        signatory = staff("signatory", "Samir", "Benali", "chef du service de la main-d’œuvre");
    }

    @Test
    void a_request_travels_from_the_first_question_to_an_authorization_that_anyone_can_check() {
        Dossier draft = filled();
        assertThat(dossiers.gaps(draft)).filteredOn(gap -> gap.blocking()).isEmpty();

        Submission submission = dossiers.submit(draft.id(), employer, true);
        assertThat(submission).isInstanceOf(Submission.Accepted.class);
        queue.runDue();

        Dossier deposited = dossiers.dossier(draft.id());
        assertThat(deposited.office()).contains("prefecture-75");
        assertThat(deposited.clock().limit()).contains(LocalDate.parse("2027-01-23"));
        assertThat(text(deposited, IssuedDeed.Kind.ACKNOWLEDGMENT))
                .contains(deposited.reference().value())
                .contains("23 novembre 2026")
                .contains("Préfecture de Paris")
                .contains("01 99 00 00 00")
                .contains("réputée rejetée le 23 janvier 2027")
                .contains("tribunal administratif");

        assertThat(examinations.search(caseworker, "ndiaye").lines())
                .extracting(Worklist.Line::reference)
                .contains(deposited.reference().value());
        decisions.assign(draft.id(), caseworker.id(), caseworker);
        decisions.certify(draft.id(), caseworker);
        queue.runDue();
        assertThat(text(dossiers.dossier(draft.id()), IssuedDeed.Kind.COMPLETENESS))
                .contains("ne donne aucun droit au travail");

        decisions.begin(draft.id(), caseworker);
        prepare(draft.id());
        Review review = examinations.review(draft.id(), signatory);
        assertThat(review.pages()).hasSize(2);
        Dossier decided = examinations.sign(draft.id(), review.hashes(), signatory);
        assertThat(decided.stage()).isInstanceOf(Stage.Decided.class);
        queue.runDue();

        decided = dossiers.dossier(draft.id());
        assertThat(decided.deeds())
                .extracting(IssuedDeed::kind)
                .contains(IssuedDeed.Kind.DECISION, IssuedDeed.Kind.AUTHORIZATION);
        assertThat(text(decided, IssuedDeed.Kind.DECISION)).contains("Samir Benali");
        byte[] seen =
                documents.read(
                        review.pages().getLast().document(),
                        Actor.system("test"),
                        draft.id().subject());
        assertThat(bytes(decided, IssuedDeed.Kind.AUTHORIZATION))
                .as("the seal is an incremental update of what was seen")
                .startsWith(seen);

        String number = decided.prepared().orElseThrow().number().value();
        String code = decided.prepared().orElseThrow().code();
        assertThat(permits.verify(code, "198.51.100.1"))
                .isInstanceOfSatisfying(
                        Verification.Genuine.class,
                        genuine -> {
                            assertThat(genuine.status()).isEqualTo(new PermitStatus.NotYetValid());
                            assertThat(genuine.extract().holder()).isEqualTo("A. F. N.");
                        });
        clock.set(Instant.parse("2028-08-31T21:59:00Z"));
        assertThat(status(number)).isEqualTo(new PermitStatus.Valid());
        clock.set(Instant.parse("2028-08-31T22:01:00Z"));
        assertThat(status(number)).isEqualTo(new PermitStatus.Expired());

        assertThat(journal.of(draft.id().subject()))
                .extracting(Entry::act)
                .containsSubsequence(
                        "OPEN", "ANSWER", "SUBMIT", "DELIVER", "ASSIGN", "CERTIFY", "BEGIN",
                        "PREPARE", "SIGN", "DELIVER");
        assertThat(journal.verify()).isInstanceOf(Audit.Sound.class);
    }

    @Test
    void two_parallel_deposits_make_one() throws Exception {
        Dossier draft = filled();
        List<Callable<Submission>> both =
                List.of(
                        () -> dossiers.submit(draft.id(), employer, true),
                        () -> dossiers.submit(draft.id(), employer, true));
        try (var pool = Executors.newFixedThreadPool(2)) {
            for (Future<Submission> one : pool.invokeAll(both)) {
                assertThat(one.get()).isInstanceOf(Submission.Accepted.class);
            }
        }

        assertThat(journal.of(draft.id().subject()))
                .filteredOn(entry -> entry.act().equals("SUBMIT"))
                .hasSize(1);
        assertThat(dossiers.dossier(draft.id()).clock().lines()).hasSize(1);
    }

    @Test
    void an_incomplete_draft_is_told_what_it_lacks_and_nothing_is_written() {
        Dossier draft = drafts.open(PROCEDURE, Part.EMPLOYER, employer, "fr");

        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOfSatisfying(
                        Submission.Incomplete.class,
                        incomplete -> assertThat(incomplete.gaps()).isNotEmpty());
        assertThat(dossiers.dossier(draft.id())).isEqualTo(draft);
    }

    @Test
    void a_deposit_without_the_statement_on_honour_is_refused() {
        assertThat(dossiers.submit(filled().id(), employer, false))
                .isEqualTo(new Submission.Refused(Submission.Reason.NO_STATEMENT));
    }

    @Test
    void someone_else_s_dossier_does_not_exist() {
        Dossier draft = filled();
        Account stranger = someone("inconnu");

        assertThat(dossiers.see(draft.reference(), stranger)).isEmpty();
        assertThat(dossiers.see(draft.reference(), caseworker))
                .as("nor does a draft, for the administration")
                .isEmpty();
        assertThatThrownBy(() -> dossiers.submit(draft.id(), stranger, true))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_newer_answer_is_given_back_instead_of_being_overwritten() {
        Dossier draft = drafts.open(PROCEDURE, Part.EMPLOYER, employer, "fr");
        answer(draft.id(), new Given("job_title", "Assistante", 0));
        answer(draft.id(), new Given("job_title", "Assistante de gestion", 1));

        Map<String, Answering> late = answer(draft.id(), new Given("job_title", "Vendeuse", 1));

        assertThat(late.get("job_title"))
                .isInstanceOfSatisfying(
                        Answering.Newer.class,
                        newer ->
                                assertThat(newer.answer().typed())
                                        .isEqualTo("Assistante de gestion"));
    }

    @Test
    void what_cannot_be_read_is_kept_as_typed_and_blocks_the_deposit() {
        Dossier draft = filled();
        int revision = draft.answers().revision("contract_start");

        Map<String, Answering> outcome =
                answer(draft.id(), new Given("contract_start", "quand il voudra", revision));

        assertThat(outcome.get("contract_start")).isInstanceOf(Answering.Wrong.class);
        assertThat(
                        dossiers.dossier(draft.id())
                                .answers()
                                .of("contract_start")
                                .orElseThrow()
                                .typed())
                .isEqualTo("quand il voudra");
        assertThat(dossiers.submit(draft.id(), employer, true))
                .isInstanceOf(Submission.Incomplete.class);
    }

    @Test
    void who_prepares_a_decision_does_not_sign_it() {
        DossierId id = prepared();
        grants.give(
                caseworker.id(),
                "signatory",
                new Scope("office", "prefecture-75"),
                clock.instant(),
                null,
                Actor.system("test"));
        Review review = examinations.review(id, caseworker);

        assertThatThrownBy(() -> examinations.sign(id, review.hashes(), caseworker))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        illegal ->
                                assertThat(illegal.why()).isEqualTo(IllegalMove.Why.SAME_PERSON));
    }

    @Test
    void what_is_signed_is_what_was_shown_that_day() {
        DossierId id = prepared();
        String hashes = examinations.review(id, signatory).hashes();

        assertThatThrownBy(() -> examinations.sign(id, hashes.replace('a', 'b'), signatory))
                .isInstanceOf(IllegalMove.class);
        clock.advance(Duration.ofDays(1));
        assertThatThrownBy(() -> examinations.sign(id, hashes, signatory))
                .as("another day, the documents bear another date")
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_decision_beyond_the_contract_is_not_prepared() {
        DossierId id = inExamination();
        long version = dossiers.dossier(id).version();
        Decision beyond = granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-09-30"));

        assertThat(decisions.prepare(id, version, beyond, caseworker))
                .isInstanceOfSatisfying(
                        Preparation.Faulty.class,
                        faulty ->
                                assertThat(faulty.gaps())
                                        .extracting(gap -> gap.id())
                                        .contains("not_beyond_the_contract"));
    }

    @Test
    void the_limit_that_passes_is_recorded_once_and_the_dossier_stays_on_the_desk() {
        Dossier draft = filled();
        dossiers.submit(draft.id(), employer, true);
        clock.set(Instant.parse("2027-01-22T23:30:00Z"));
        dossiers.look(draft.id());
        clock.advance(Duration.ofHours(1));
        dossiers.look(draft.id());

        Dossier silent = dossiers.dossier(draft.id());
        assertThat(silent.reached()).isTrue();
        assertThat(silent.stage()).isInstanceOf(Stage.Submitted.class);
        assertThat(silent.clock().lines()).hasSize(2);
    }

    @Test
    void a_withdrawn_authorization_says_so_at_once() {
        DossierId id = prepared();
        examinations.sign(id, examinations.review(id, signatory).hashes(), signatory);
        queue.runDue();
        clock.advance(Duration.ofDays(1));
        permits.follow(id, Line.Kind.WITHDRAWN, "fraude", signatory.actor());

        assertThat(status(dossiers.dossier(id).prepared().orElseThrow().number().value()))
                .isInstanceOfSatisfying(
                        PermitStatus.Ended.class,
                        ended -> assertThat(ended.kind()).isEqualTo(Line.Kind.WITHDRAWN));
    }

    @Test
    void a_wrong_number_a_wrong_birth_date_and_a_code_that_never_was_are_the_same_answer() {
        PartialDate birth = PartialDate.parse("13/03/1999").orElseThrow();

        assertThat(permits.verify("abcdefghijklmnopqrstuvwxyz", "203.0.113.7"))
                .isEqualTo(permits.verify("AAAA-BBBB-CCCC", birth, "203.0.113.7"))
                .isInstanceOf(Verification.Unknown.class);
    }

    private PermitStatus status(String number) {
        PartialDate birth = PartialDate.parse("12/03/1999").orElseThrow();
        Verification verification =
                permits.verify(number, birth, "198.51.100." + UUID.randomUUID());
        return ((Verification.Genuine) verification).status();
    }

    private DossierId prepared() {
        DossierId id = inExamination();
        prepare(id);
        return id;
    }

    private DossierId inExamination() {
        Dossier draft = filled();
        dossiers.submit(draft.id(), employer, true);
        decisions.assign(draft.id(), caseworker.id(), caseworker);
        decisions.certify(draft.id(), caseworker);
        decisions.begin(draft.id(), caseworker);
        return draft.id();
    }

    private void prepare(DossierId id) {
        Decision granted = granted(LocalDate.parse("2027-09-01"), LocalDate.parse("2028-08-31"));
        assertThat(decisions.prepare(id, dossiers.dossier(id).version(), granted, caseworker))
                .isInstanceOf(Preparation.Ready.class);
    }

    private static Decision granted(LocalDate from, LocalDate until) {
        return new Decision.Granted(
                from,
                until,
                new Amount(BigDecimal.valueOf(35), Per.WEEK),
                "Assistante de gestion",
                "Contrat à durée déterminée",
                "Boulangerie des Lices",
                "73282932000074");
    }

    /// A draft in which every question has the catalogue's own example for an answer.
    private Dossier filled() {
        Dossier draft = drafts.open(PROCEDURE, Part.EMPLOYER, employer, "fr");
        Version version = dossiers.version(draft);
        for (int pass = 0; pass < 2; pass++) {
            Dossier current = dossiers.dossier(draft.id());
            List<Given> given = new ArrayList<>();
            for (Part part : Part.values()) {
                for (Field field : version.visibleFields(part, current.values())) {
                    if (field.example() != null) {
                        given.add(
                                new Given(
                                        field.id(),
                                        field.example(),
                                        current.answers().revision(field.id())));
                    }
                }
            }
            answer(draft.id(), given.toArray(Given[]::new));
        }
        version.requiredPieces(dossiers.dossier(draft.id()).values())
                .forEach(
                        piece ->
                                drafts.declareUnavailable(
                                        draft.id(), piece.id(), "Elle est en route", employer));
        Seen seen = dossiers.see(draft.reference(), employer).orElseThrow();
        assertThat(seen.may(Act.SUBMIT)).isTrue();
        return seen.dossier();
    }

    private Map<String, Answering> answer(DossierId id, Given... given) {
        return drafts.answer(id, List.of(given), employer, Locale.FRENCH);
    }

    private Account someone(String name) {
        return accounts.create(name + "-" + UUID.randomUUID() + "@exemple.fr", "fr");
    }

    private Account staff(String relation, String givenName, String surname, String capacity) {
        Account account =
                accounts.rename(
                        someone(relation).id(),
                        givenName,
                        surname,
                        capacity,
                        "fr",
                        Actor.system("test"));
        grants.give(
                account.id(),
                relation,
                new Scope("office", "prefecture-75"),
                clock.instant(),
                null,
                Actor.system("test"));
        return account;
    }

    private byte[] bytes(Dossier dossier, IssuedDeed.Kind kind) {
        return documents.read(
                dossier.deed(kind).orElseThrow().document(),
                Actor.system("test"),
                dossier.id().subject());
    }

    private String text(Dossier dossier, IssuedDeed.Kind kind) {
        return PdfText.of(bytes(dossier, kind));
    }
}
