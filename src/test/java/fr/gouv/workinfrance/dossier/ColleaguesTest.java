package fr.gouv.workinfrance.dossier;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.employer.Changed;
import fr.gouv.workinfrance.employer.Employer;
import fr.gouv.workinfrance.employer.Members;
import fr.gouv.workinfrance.employer.Role;
import fr.gouv.workinfrance.procedure.Part;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;

/// No dossier of a company depends on one person.
@WifTest
class ColleaguesTest {

    @Autowired Colleagues colleagues;
    @Autowired Companies companies;
    @Autowired Dossiers dossiers;
    @Autowired Drafts drafts;
    @Autowired Members members;
    @Autowired Parties parties;
    @Autowired Requests requests;
    @Autowired SettableClock clock;

    Account head;
    Account leaver;
    Account colleague;
    Employer company;
    String here;
    String there;

    @BeforeEach
    void company() {
        clock.set(SettableClock.START);
        head = requests.someone("dirigeante");
        leaver = requests.someone("partant");
        colleague = requests.someone("collegue");
        company = companies.open(head, 2);
        here = company.establishments().getFirst().siret().value();
        there = company.establishments().getLast().siret().value();
    }

    @Test
    void a_request_that_a_colleague_fills_for_the_company_belongs_to_it() {
        companies.admit(company, leaver, Role.FILLS, List.of());

        Dossier draft = draft(leaver, here);

        assertThat(draft.belonging().place().orElseThrow().siret()).isEqualTo(here);
        assertThat(draft.belonging().openedBy()).isEqualTo(leaver.id());
        assertThat(seen(head, draft)).containsExactly(Relation.EMPLOYER);
    }

    @Test
    void someone_who_is_not_of_the_company_works_alone_under_its_number() {
        Dossier draft = draft(colleague, here);

        assertThat(draft.belonging().place()).isEmpty();
        assertThat(dossiers.see(draft.id(), head)).isEmpty();
        assertThat(seen(colleague, draft)).containsExactly(Relation.EMPLOYER);
    }

    @Test
    void each_role_sees_its_establishments_and_does_what_it_says() {
        Dossier one = draft(head, here);
        Dossier other = draft(head, there);
        companies.admit(company, colleague, Role.FILLS, List.of(here));
        companies.admit(company, leaver, Role.SEES, List.of(there));

        assertThat(seen(colleague, one)).containsExactly(Relation.EMPLOYER_FILLS);
        assertThat(dossiers.see(other.id(), colleague)).isEmpty();
        assertThat(seen(leaver, other)).containsExactly(Relation.EMPLOYER_SEES);
        assertThat(dossiers.see(one.id(), leaver)).isEmpty();
        assertThat(listed(colleague)).containsExactly(one.id());
        assertThat(listed(head)).containsExactlyInAnyOrder(one.id(), other.id());
        assertThatThrownBy(() -> answer(other, leaver)).isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> dossiers.submit(one.id(), colleague, true))
                .isInstanceOf(IllegalMove.class);
    }

    @Test
    void a_wrong_number_of_establishment_takes_a_dossier_away_from_nobody() {
        companies.admit(company, colleague, Role.FILLS, List.of(here));
        Dossier draft = draft(colleague, here);

        requests.answer(draft.id(), colleague, "employer_siret", "732 8");

        assertThat(seen(colleague, draft)).containsExactly(Relation.EMPLOYER_FILLS);
        assertThat(seen(head, draft)).containsExactly(Relation.EMPLOYER);
    }

    @Test
    void who_is_removed_sees_nothing_more_at_once_and_what_he_began_falls_to_an_administrator() {
        companies.admit(company, leaver, Role.DEPOSITS, List.of());
        Dossier draft = draft(leaver, here);
        clock.advance(Duration.ofHours(1));

        assertThat(members.remove(company.id(), leaver.id(), head)).isEqualTo(Changed.DONE);

        assertThat(dossiers.see(draft.id(), leaver)).isEmpty();
        assertThatThrownBy(() -> answer(draft, leaver)).isInstanceOf(IllegalMove.class);
        assertThat(inCharge(draft)).isEqualTo(head.id());
    }

    @Test
    void a_colleague_takes_a_draft_over_and_deposits_it_once_his_role_allows_it() {
        companies.admit(company, leaver, Role.DEPOSITS, List.of());
        companies.admit(company, colleague, Role.FILLS, List.of(here));
        Dossier draft = requests.fill(draft(leaver, here), leaver);
        requests.answer(draft.id(), leaver, "employer_siret", here);
        members.remove(company.id(), leaver.id(), head);

        colleagues.takeOver(draft.id(), colleague);

        assertThat(inCharge(draft)).isEqualTo(colleague.id());
        assertThatThrownBy(() -> dossiers.submit(draft.id(), colleague, true))
                .isInstanceOf(IllegalMove.class);
        members.change(company.id(), colleague.id(), Role.DEPOSITS, List.of(here), head);
        assertThat(dossiers.submit(draft.id(), colleague, true))
                .isInstanceOf(Submission.Accepted.class);
        assertThat(dossiers.dossier(draft.id()).party(Part.EMPLOYER).orElseThrow().email())
                .isEqualTo(colleague.email());
    }

    @Test
    void a_colleague_who_may_only_read_now_no_longer_writes_in_the_page_he_had_open() {
        companies.admit(company, colleague, Role.FILLS, List.of());
        Dossier draft = draft(colleague, here);

        members.change(company.id(), colleague.id(), Role.SEES, List.of(), head);

        assertThatThrownBy(() -> answer(draft, colleague)).isInstanceOf(IllegalMove.class);
        assertThat(seen(colleague, draft)).containsExactly(Relation.EMPLOYER_SEES);
        assertThat(inCharge(draft)).isEqualTo(head.id());
    }

    @Test
    void what_someone_began_by_himself_is_the_company_s_once_he_acts_for_it() {
        Dossier draft = draft(colleague, here);
        Dossier elsewhere = draft(colleague, "35600000000048");

        companies.admit(company, colleague, Role.DEPOSITS, List.of());

        assertThat(seen(head, draft)).containsExactly(Relation.EMPLOYER);
        assertThat(dossiers.see(elsewhere.id(), head)).isEmpty();
    }

    @Test
    void nobody_takes_over_the_request_of_a_person_who_asks_by_himself() {
        Dossier draft = draft(colleague, here);

        assertThatThrownBy(() -> colleagues.takeOver(draft.id(), colleague))
                .isInstanceOf(IllegalMove.class);
        assertThatThrownBy(() -> colleagues.takeOver(draft.id(), head))
                .isInstanceOf(IllegalMove.class);
    }

    private Dossier draft(Account by, String siret) {
        Dossier draft = requests.empty(by);
        requests.answer(draft.id(), by, "employer_siret", siret);
        return dossiers.dossier(draft.id());
    }

    private Set<Relation> seen(Account account, Dossier dossier) {
        return dossiers.see(dossier.id(), account).orElseThrow().relations();
    }

    private List<DossierId> listed(Account account) {
        return colleagues.of(companies.membership(company, account), null, 10).stream()
                .map(Dossier::id)
                .toList();
    }

    private UUID inCharge(Dossier dossier) {
        return dossiers.dossier(dossier.id()).party(Part.EMPLOYER).orElseThrow().account();
    }

    private void answer(Dossier draft, Account by) {
        drafts.answer(draft.id(), List.of(new Given("job_title", "x", 0)), by, Locale.FRENCH);
    }
}
