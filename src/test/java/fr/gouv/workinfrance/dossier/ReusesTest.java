package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Scope;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.employer.given.Folders;
import fr.gouv.workinfrance.employer.given.Kept;
import fr.gouv.workinfrance.journal.Actor;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/// A document that was sent within the last twelve months and is unchanged need not be sent again
/// (service-public.fr, F21516).
@WifTest
class ReusesTest {

    private static final String LICENCE = "licence";

    @Autowired Companies companies;
    @Autowired Decisions decisions;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Folders folders;
    @Autowired Grants grants;
    @Autowired Parties parties;
    @Autowired Perusals perusals;
    @Autowired Requests requests;
    @Autowired Reuses reuses;
    @Autowired SettableClock clock;

    Account head;
    Account colleague;
    Employer company;
    DocumentId licence = new DocumentId(UUID.randomUUID());

    @BeforeEach
    void a_company_of_two() {
        clock.set(SettableClock.START);
        head = requests.someone("dirigeante");
        colleague = requests.someone("collegue");
        company = companies.open(head, 1);
        companies.admit(company, colleague, Role.DEPOSITS, List.of());
    }

    @Test
    void what_the_company_gave_is_offered_to_a_colleague_with_the_request_and_the_day() {
        Dossier given = deposited(head, LICENCE, licence);
        clock.set(SettableClock.START.plus(Duration.ofDays(100)));

        Kept offered = offered(draft(colleague), colleague, LICENCE);

        assertThat(offered.document()).isEqualTo(licence);
        assertThat(offered.request()).isEqualTo(given.reference().value());
        assertThat(offered.givenAt()).isEqualTo(SettableClock.START);
        assertThat(offered.checkedAt()).isNull();
    }

    @Test
    void it_is_referred_to_and_not_sent_again() {
        deposited(head, LICENCE, licence);
        Dossier next = draft(colleague);

        Dossier after = reuses.use(next.id(), LICENCE, licence, colleague);

        assertThat(after.attachments().of(LICENCE))
                .singleElement()
                .extracting(attachment -> ((Attachment.Joined) attachment).document())
                .isEqualTo(licence);
        assertThat(reuses.offered(dossiers.see(next.id(), colleague).orElseThrow()))
                .doesNotContainKey(LICENCE);
    }

    @Test
    void after_twelve_months_it_is_asked_for_again() {
        deposited(head, LICENCE, licence);
        Dossier next = draft(colleague);
        Instant aYear = Instant.parse("2027-11-23T12:00:00Z");
        LocalDate last = folders.of(company.id().scope()).getFirst().until();

        clock.set(at(last));
        assertThat(offers(next, colleague)).containsKey(LICENCE);
        clock.set(at(last).plus(Duration.ofDays(1)));
        assertThat(offers(next, colleague)).doesNotContainKey(LICENCE);
        assertThat(last)
                .isBetween(
                        LocalDate.ofInstant(aYear, java.time.ZoneOffset.UTC).minusDays(2),
                        LocalDate.ofInstant(aYear, java.time.ZoneOffset.UTC).plusDays(2));
        assertThatThrownBy(() -> reuses.use(next.id(), LICENCE, licence, colleague))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void nobody_else_is_offered_what_a_company_gave() {
        deposited(head, LICENCE, licence);
        Account stranger = requests.someone("inconnue");
        Dossier theirs = draft(stranger);

        assertThat(offers(theirs, stranger)).isEmpty();
        assertThatThrownBy(() -> reuses.use(theirs.id(), LICENCE, licence, stranger))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void an_employer_without_a_space_is_offered_his_own_for_the_same_employer_only() {
        Account alone = requests.someone("seule");
        deposited(alone, LICENCE, licence);

        Dossier same = draft(alone);
        assertThat(offers(same, alone)).containsKey(LICENCE);

        Dossier other = draft(alone, Companies.siret().value());
        assertThat(offers(other, alone)).isEmpty();
    }

    @Test
    void a_residence_document_stands_until_it_expires() {
        Account student = requests.someone("etudiante");
        DocumentId title = new DocumentId(UUID.randomUUID());
        Dossier first = requests.fill(draft(head), head);
        join(first, student);
        drafts.attach(first.id(), "title", title, student);
        requests.deposit(first, head);

        Dossier next = draft(head);
        join(next, student);

        clock.set(Instant.parse("2028-09-30T12:00:00Z"));
        assertThat(offers(next, student)).containsKey("title");
        clock.set(Instant.parse("2028-10-01T12:00:00Z"));
        assertThat(offers(next, student)).doesNotContainKey("title");
    }

    @Test
    void the_caseworker_sees_when_and_by_whom_it_was_last_checked() {
        Dossier first = deposited(head, LICENCE, licence);
        Account caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        clock.set(SettableClock.START.plus(Duration.ofDays(2)));
        decisions.certify(first.id(), caseworker);

        Kept kept =
                perusals.whole(first.reference(), caseworker, grants.of(caseworker.id()))
                        .orElseThrow()
                        .given()
                        .get(licence);

        assertThat(kept.checkedAt()).isEqualTo(SettableClock.START.plus(Duration.ofDays(2)));
        assertThat(kept.checkedBy()).isEqualTo(caseworker.id());
    }

    @Test
    void a_newer_document_takes_the_place_of_the_former_and_one_taken_off_is_offered_no_more() {
        deposited(head, LICENCE, licence);
        clock.set(SettableClock.START.plus(Duration.ofDays(1)));
        DocumentId newer = new DocumentId(UUID.randomUUID());
        deposited(head, LICENCE, newer);
        Dossier next = draft(colleague);
        assertThat(offered(next, colleague, LICENCE).document()).isEqualTo(newer);

        Scope holder = company.id().scope();
        folders.remove(holder, newer, Actor.system("test"));

        assertThat(offered(next, colleague, LICENCE).document()).isEqualTo(licence);
    }

    @Test
    void what_is_of_one_hire_alone_is_never_kept() {
        deposited(head, "contract", licence);

        assertThat(folders.of(company.id().scope())).isEmpty();
    }

    private Dossier deposited(Account by, String piece, DocumentId document) {
        Dossier filled = requests.fill(draft(by), by);
        drafts.attach(filled.id(), piece, document, by);
        return requests.deposit(filled, by);
    }

    private Dossier draft(Account by) {
        return draft(by, company.establishments().getFirst().siret().value());
    }

    private Dossier draft(Account by, String siret) {
        Dossier draft = requests.empty(by);
        requests.answer(draft.id(), by, "employer_siret", siret);
        return dossiers.dossier(draft.id());
    }

    private void join(Dossier draft, Account student) {
        grants.give(
                student.id(),
                Relation.WORKER.granted(),
                draft.id().scope(),
                clock.instant(),
                null,
                Actor.system("test"));
        parties.join(draft.id(), student);
    }

    private java.util.Map<String, Kept> offers(Dossier dossier, Account by) {
        return reuses.offered(dossiers.see(dossier.id(), by).orElseThrow());
    }

    private Kept offered(Dossier dossier, Account by, String piece) {
        return offers(dossier, by).get(piece);
    }

    private static Instant at(LocalDate day) {
        return day.atTime(12, 0).toInstant(java.time.ZoneOffset.UTC);
    }
}
