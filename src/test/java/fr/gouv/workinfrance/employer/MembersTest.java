package fr.gouv.workinfrance.employer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Companies;
import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Acceptance;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.Invitations;
import fr.gouv.workinfrance.access.Issued;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Who acts for a company: at once, and never nobody.
@WifTest
class MembersTest {

    private static final Pattern TOKEN = Pattern.compile("/invitation/(\\S+)");

    @Autowired Companies companies;
    @Autowired Employers employers;
    @Autowired Grants grants;
    @Autowired Invitations invitations;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired Members members;
    @Autowired Queue queue;
    @Autowired Requests requests;
    @Autowired SettableClock clock;

    Account head;
    Account colleague;
    Account stranger;
    Employer company;
    String here;

    @BeforeEach
    void company() {
        clock.set(SettableClock.START);
        head = requests.someone("dirigeante");
        colleague = requests.someone("collegue");
        stranger = requests.someone("inconnu");
        company = companies.open(head, 2);
        here = company.establishments().getFirst().siret().value();
    }

    @Test
    void a_colleague_who_has_the_link_and_the_code_acts_for_the_establishments_he_was_named_to() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued = invite(Role.FILLS, here);
            queue.runDue();

            accept(mailbox, issued, colleague);

            Membership member = companies.membership(company, colleague);
            assertThat(member.role()).isEqualTo(Role.FILLS);
            assertThat(member.sirets()).containsExactly(here);
            assertThat(member.grants()).hasSize(1);
            assertThat(grants.of(colleague.id())).hasSize(1);
            assertThat(members.pending(company.id())).isEmpty();
            assertThat(members.of(company)).hasSize(2);
        }
    }

    @Test
    void a_link_without_its_code_opens_nothing_and_one_that_was_used_opens_nothing_more() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued = invite(Role.DEPOSITS);
            queue.runDue();
            String token = token(mailbox, colleague);

            assertThat(invitations.accept(token, "AAAAAAAA", stranger))
                    .isInstanceOf(Acceptance.Wrong.class);
            assertThat(invitations.accept(token, issued.code(), colleague))
                    .isInstanceOf(Acceptance.Joined.class);
            assertThat(invitations.accept(token, issued.code(), stranger))
                    .isEqualTo(new Acceptance.Gone());
            assertThat(grants.of(stranger.id())).isEmpty();
        }
    }

    @Test
    void an_invitation_that_was_revoked_or_made_by_someone_who_left_opens_nothing() {
        companies.admit(company, stranger, Role.ADMINISTERS, List.of());
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued =
                    members.invite(company.id(), colleague.email(), Role.SEES, List.of(), stranger);
            queue.runDue();
            members.remove(company.id(), stranger.id(), head);

            assertThat(invitations.accept(token(mailbox, colleague), issued.code(), colleague))
                    .isEqualTo(new Acceptance.Gone());

            Issued other = invite(Role.SEES);
            members.revoke(company.id(), other.id(), head);
            assertThat(members.pending(company.id())).isEmpty();
        }
    }

    @Test
    void who_is_invited_again_has_one_role_and_one_invitation_that_opens() {
        invite(Role.FILLS, here);
        invite(Role.SEES);

        assertThat(members.pending(company.id()))
                .singleElement()
                .satisfies(pending -> assertThat(pending.role()).isEqualTo(Role.SEES));
    }

    @Test
    void a_name_too_long_to_be_one_is_refused() {
        assertThat(Employer.callable("Ateliers du Ponant")).isTrue();
        assertThat(Employer.callable("x".repeat(120))).isTrue();
        assertThat(Employer.callable("x".repeat(121))).isFalse();
        assertThat(Employer.callable(" ")).isFalse();
    }

    @Test
    void an_invitation_sent_anew_gives_what_the_first_one_meant() {
        Issued first = invite(Role.FILLS, here);

        members.reissue(company.id(), first.id(), head).orElseThrow();

        assertThat(members.pending(company.id()))
                .singleElement()
                .satisfies(
                        pending -> {
                            assertThat(pending.role()).isEqualTo(Role.FILLS);
                            assertThat(pending.sirets()).containsExactly(here);
                        });
    }

    @Test
    void an_invitation_never_takes_from_an_administrator_what_he_has() {
        try (Mailbox mailbox = Mailbox.open(sender)) {
            Issued issued = members.invite(company.id(), head.email(), Role.SEES, List.of(), head);
            queue.runDue();

            accept(mailbox, issued, head);

            assertThat(companies.membership(company, head).role()).isEqualTo(Role.ADMINISTERS);
        }
    }

    @Test
    void a_role_that_changes_or_ends_does_so_at_once() {
        companies.admit(company, colleague, Role.DEPOSITS, List.of());

        members.change(company.id(), colleague.id(), Role.SEES, List.of(here), head);
        assertThat(companies.membership(company, colleague).role()).isEqualTo(Role.SEES);
        assertThat(companies.membership(company, colleague).sirets()).containsExactly(here);

        members.remove(company.id(), colleague.id(), head);
        assertThat(grants.of(colleague.id())).isEmpty();
    }

    @Test
    void the_last_administrator_names_another_before_leaving_unless_the_company_has_ceased() {
        assertThat(members.remove(company.id(), head.id(), head))
                .isEqualTo(Changed.LAST_ADMINISTRATOR);
        assertThat(members.change(company.id(), head.id(), Role.SEES, List.of(), head))
                .isEqualTo(Changed.LAST_ADMINISTRATOR);

        employers.close(company.id(), head);

        assertThat(members.remove(company.id(), head.id(), head)).isEqualTo(Changed.DONE);
        assertThat(grants.of(head.id())).isEmpty();
    }

    @Test
    void of_two_administrators_who_remove_each_other_at_once_one_stays() throws Exception {
        companies.admit(company, colleague, Role.ADMINISTERS, List.of());
        List<Callable<Changed>> both =
                List.of(
                        () -> members.remove(company.id(), colleague.id(), head),
                        () -> members.remove(company.id(), head.id(), colleague));

        List<Changed> done = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Changed> each : threads.invokeAll(both)) {
                try {
                    done.add(each.get());
                } catch (ExecutionException refused) {
                    assertThat(refused).hasCauseInstanceOf(IllegalChange.class);
                }
            }
        }

        assertThat(done).containsExactly(Changed.DONE);
        assertThat(members.administrators(company.id())).hasSize(1);
    }

    @Test
    void only_those_who_administer_the_company_say_who_acts_for_it() {
        companies.admit(company, colleague, Role.DEPOSITS, List.of());

        for (Account other : List.of(colleague, stranger)) {
            assertThatThrownBy(
                            () ->
                                    members.invite(
                                            company.id(),
                                            "a@exemple.fr",
                                            Role.SEES,
                                            List.of(),
                                            other))
                    .isInstanceOf(IllegalChange.class);
            assertThatThrownBy(() -> members.remove(company.id(), head.id(), other))
                    .isInstanceOf(IllegalChange.class);
            assertThatThrownBy(() -> employers.close(company.id(), other))
                    .isInstanceOf(IllegalChange.class);
        }
    }

    @Test
    void nobody_more_is_invited_to_a_company_that_has_ceased() {
        companies.admit(company, colleague, Role.DEPOSITS, List.of());
        employers.close(company.id(), head);

        assertThatThrownBy(() -> invite(Role.SEES)).isInstanceOf(IllegalChange.class);
        assertThat(employers.of(grants.of(colleague.id())).getFirst().begins()).isFalse();
    }

    @Test
    void a_colleague_is_named_to_establishments_that_the_company_has() {
        assertThatThrownBy(() -> invite(Role.FILLS, "35600000000048"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void what_is_done_with_the_people_of_a_company_is_told_in_its_journal() {
        companies.admit(company, colleague, Role.FILLS, List.of(here));
        clock.advance(Duration.ofMinutes(1));
        members.remove(company.id(), colleague.id(), head);

        assertThat(journal.of(company.id().subject()))
                .extracting(entry -> entry.act())
                .contains("claim.opened", "claim.accepted", "member.given", "member.removed");
    }

    private Issued invite(Role role, String... sirets) {
        return members.invite(company.id(), colleague.email(), role, List.of(sirets), head);
    }

    private void accept(Mailbox mailbox, Issued issued, Account account) {
        assertThat(invitations.accept(token(mailbox, account), issued.code(), account))
                .isInstanceOf(Acceptance.Joined.class);
    }

    private static String token(Mailbox mailbox, Account invited) {
        Matcher found = TOKEN.matcher(mailbox.to(invited.email()).getLast().text());
        assertThat(found.find()).isTrue();
        return found.group(1);
    }
}
