package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.session.Session;

import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// An account survives a changed address and a lost mailbox, and a stolen session does not take it.
@WifTest
class AddressChangesTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Pattern REFUSAL = Pattern.compile("/connexion/refus/(\\S+)");

    @Autowired AddressChanges changes;
    @Autowired RescueCodes rescue;
    @Autowired Accounts accounts;
    @Autowired Requests requests;
    @Autowired Journal journal;
    @Autowired FindByIndexNameSessionRepository<? extends Session> sessions;
    @Autowired JavaMailSender sender;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    final String next = "nouvelle-" + UUID.randomUUID() + "@exemple.fr";
    final String place = UUID.randomUUID().toString();
    Mailbox mailbox;
    Account account;

    @BeforeEach
    void someone() {
        clock.set(SettableClock.START);
        mailbox = Mailbox.open(sender);
        account = requests.someone("personne");
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void the_address_changes_by_the_code_sent_to_the_new_one_and_the_old_one_is_told() {
        UUID change = mailed(changes.ask(account, next));
        assertThat(changes.confirm(change, "000000x", account))
                .isInstanceOf(AddressChange.Wrong.class);
        assertThat(changes.confirm(change, code(next), account))
                .isInstanceOf(AddressChange.Changed.class);
        queue.runDue();

        assertThat(accounts.account(account.id()).orElseThrow().email()).isEqualTo(next);
        assertThat(accounts.byEmail(account.email())).isEmpty();
        assertThat(mailbox.to(account.email()))
                .singleElement()
                .satisfies(letter -> assertThat(letter.text()).contains("30 novembre 2026"));
        assertThat(journal.of(new Subject("account", account.id().toString())))
                .extracting(Entry::act)
                .contains("account.address-asked", "account.address-changed");
    }

    @Test
    void all_sessions_end_with_the_change() {
        session(sessions);
        assertThat(sessions.findByPrincipalName(account.id().toString())).hasSize(1);

        changes.confirm(mailed(changes.ask(account, next)), code(next), account);

        assertThat(sessions.findByPrincipalName(account.id().toString())).isEmpty();
    }

    @Test
    void the_old_address_refuses_for_a_week_and_gets_the_account_back() {
        changes.confirm(mailed(changes.ask(account, next)), code(next), account);
        String again = "encore-" + UUID.randomUUID() + "@exemple.fr";
        Account thief = accounts.account(account.id()).orElseThrow();
        changes.confirm(mailed(changes.ask(thief, again)), code(again), thief);
        rescue.make(thief);
        queue.runDue();
        String first = refusal(account.email());
        String second = refusal(next);
        assertThat(changes.refusable(first)).isPresent();

        assertThat(changes.refuse(first)).isTrue();

        assertThat(accounts.account(account.id()).orElseThrow().email()).isEqualTo(account.email());
        assertThat(changes.refuse(second)).as("what came after falls with it").isFalse();
        assertThat(changes.refuse(first)).as("once").isFalse();
        assertThat(rescue.left(account)).isZero();
    }

    @Test
    void after_a_week_the_change_stands() {
        changes.confirm(mailed(changes.ask(account, next)), code(next), account);
        queue.runDue();
        String refusal = refusal(account.email());
        clock.advance(Duration.ofDays(7));

        assertThat(changes.refusable(refusal)).isEmpty();
        assertThat(changes.refuse(refusal)).isFalse();
    }

    @Test
    void the_old_address_opens_no_other_account_while_it_may_refuse() {
        changes.confirm(mailed(changes.ask(account, next)), code(next), account);
        assertThat(signIn(account.email())).isInstanceOf(SignIn.Reserved.class);

        clock.advance(Duration.ofDays(7));
        assertThat(signIn(account.email()))
                .isInstanceOfSatisfying(
                        SignIn.Accepted.class,
                        accepted -> assertThat(accepted.account().id()).isNotEqualTo(account.id()));
    }

    @Test
    void two_people_are_not_made_one() {
        Account other = requests.someone("autre");

        assertThat(
                        changes.confirm(
                                mailed(changes.ask(account, other.email())),
                                code(other.email()),
                                account))
                .isInstanceOf(AddressChange.Taken.class);
    }

    @Test
    void a_rescue_code_stands_once_for_a_mailbox_that_is_lost() {
        List<String> codes = rescue.make(account);
        assertThat(codes).hasSize(8).doesNotHaveDuplicates();

        UUID change = mailed(changes.rescue(account.email(), codes.get(3), next, place));
        assertThat(changes.confirm(change, code(next), null))
                .isInstanceOf(AddressChange.Changed.class);

        assertThat(rescue.left(account)).isEqualTo(7);
        String third = "tierce-" + UUID.randomUUID() + "@exemple.fr";
        changes.rescue(next, codes.get(3), third, place);
        queue.runDue();
        assertThat(mailbox.to(third)).isEmpty();
    }

    @Test
    void new_rescue_codes_kill_those_before() {
        String former = rescue.make(account).getFirst();
        rescue.make(account);

        changes.rescue(account.email(), former, next, place);
        queue.runDue();
        assertThat(mailbox.to(next)).isEmpty();
    }

    @Test
    void the_answer_to_a_rescue_tells_nobody_whether_there_is_an_account() {
        Challenge known = changes.rescue(account.email(), "ABCD-2345", next, place);
        Challenge unknown =
                changes.rescue("x" + UUID.randomUUID() + "@exemple.fr", "ABCD-2345", next, place);

        assertThat(known).hasSameClassAs(unknown);
        assertThat(changes.confirm(mailed(known), "123456", null))
                .isEqualTo(changes.confirm(mailed(unknown), "123456", null));
    }

    @Test
    void rescues_and_changes_are_limited() {
        for (int i = 0; i < AddressChanges.RESCUES_PER_DAY; i++) {
            changes.rescue(account.email(), "ABCD-2345", next, UUID.randomUUID().toString());
        }
        assertThat(changes.rescue(account.email(), "ABCD-2345", next, place))
                .isInstanceOf(Challenge.TooMany.class);
        for (int i = 0; i < AddressChanges.CHANGES_PER_DAY; i++) {
            changes.ask(account, next);
        }
        assertThat(changes.ask(account, next)).isInstanceOf(Challenge.TooMany.class);
    }

    @Test
    void a_change_is_confirmed_by_whoever_asked_for_it_alone() {
        UUID change = mailed(changes.ask(account, next));
        String code = code(next);

        assertThat(changes.confirm(change, code, requests.someone("autre")))
                .isInstanceOf(AddressChange.Expired.class);
        assertThat(changes.confirm(change, code, null)).isInstanceOf(AddressChange.Expired.class);
    }

    private <S extends Session> void session(FindByIndexNameSessionRepository<S> repository) {
        S session = repository.createSession();
        session.setAttribute(
                FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME,
                account.id().toString());
        repository.save(session);
    }

    private SignIn signIn(String email) {
        UUID challenge = mailed(accounts.challenge(email, "fr", place));
        return accounts.redeem(challenge, code(email));
    }

    private static UUID mailed(Challenge challenge) {
        return ((Challenge.Mailed) challenge).id();
    }

    private String code(String email) {
        return found(CODE, email, 0);
    }

    private String refusal(String email) {
        return found(REFUSAL, email, 1);
    }

    private String found(Pattern wanted, String email, int group) {
        queue.runDue();
        Matcher matcher = wanted.matcher(mailbox.to(email).getLast().text());
        assertThat(matcher.find()).isTrue();
        return matcher.group(group);
    }
}
