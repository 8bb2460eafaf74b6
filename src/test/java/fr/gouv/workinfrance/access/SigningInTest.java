package fr.gouv.workinfrance.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.journal.Actor;
import fr.gouv.workinfrance.journal.Entry;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.journal.Subject;
import fr.gouv.workinfrance.mail.Mailbox;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.javamail.JavaMailSender;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

@WifTest
class SigningInTest {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");

    @Autowired Accounts accounts;
    @Autowired ChallengeTable challenges;
    @Autowired Journal journal;
    @Autowired JavaMailSender sender;
    @Autowired JdbcClient jdbc;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    private final String email = UUID.randomUUID() + "@example.org";
    private final String place = UUID.randomUUID().toString();
    private Mailbox mailbox;

    @BeforeEach
    void open() {
        mailbox = Mailbox.open(sender);
    }

    @AfterEach
    void close() {
        mailbox.close();
    }

    @Test
    void the_code_that_was_mailed_opens_an_account_the_first_time_and_the_same_one_after() {
        assertThat(accounts.byEmail(email)).isEmpty();

        var first = account(accounts.redeem(ask(email), mailed()));
        clock.advance(Duration.ofHours(1));
        var second = account(accounts.redeem(ask(email.toUpperCase(Locale.ROOT)), mailed()));

        assertThat(first.email()).isEqualTo(email);
        assertThat(first.language()).isEqualTo("fr");
        assertThat(second).isEqualTo(first);
        assertThat(accounts.byEmail(" " + email.toUpperCase(Locale.ROOT))).hasValue(first);
        assertThat(journal.of(new Subject("account", first.id().toString())))
                .extracting(Entry::act)
                .containsExactly("account.opened", "account.signed-in", "account.signed-in");
    }

    @Test
    void the_answer_is_the_same_whether_or_not_the_address_has_an_account() {
        accounts.create(email, "fr");
        assertThat(accounts.challenge(email, "fr", place)).isInstanceOf(Challenge.Mailed.class);
        assertThat(accounts.challenge("x" + email, "fr", place))
                .isInstanceOf(Challenge.Mailed.class);
        assertThat(accounts.byEmail("x" + email)).isEmpty();
    }

    @Test
    void a_code_typed_with_spaces_is_the_same_code() {
        var challenge = ask(email);
        var code = mailed();
        account(
                accounts.redeem(
                        challenge, " " + code.substring(0, 3) + "\u00a0" + code.substring(3)));
    }

    @Test
    void a_code_serves_once() {
        var challenge = ask(email);
        var code = mailed();
        account(accounts.redeem(challenge, code));
        assertThat(accounts.redeem(challenge, code)).isEqualTo(new SignIn.Expired());
    }

    @Test
    void a_code_lasts_fifteen_minutes() {
        var late = ask(email);
        var lateCode = mailed();
        clock.advance(Duration.ofMinutes(15));
        assertThat(accounts.redeem(late, lateCode)).isEqualTo(new SignIn.Expired());

        var justInTime = ask(email);
        var code = mailed();
        clock.advance(Duration.ofMinutes(15).minusSeconds(1));
        account(accounts.redeem(justInTime, code));
    }

    @Test
    void five_wrong_codes_kill_the_right_one() {
        var challenge = ask(email);
        var code = mailed();
        for (int left = 4; left > 0; left--) {
            assertThat(accounts.redeem(challenge, wrong(code))).isEqualTo(new SignIn.Wrong(left));
        }
        assertThat(accounts.redeem(challenge, wrong(code)))
                .isEqualTo(new SignIn.TooMany(clock.instant()));
        assertThat(accounts.redeem(challenge, code)).isEqualTo(new SignIn.TooMany(clock.instant()));
        assertThat(journal.of(new Subject("challenge", challenge.toString())))
                .extracting(Entry::act)
                .containsExactly("challenge.locked");
    }

    @Test
    void a_code_answers_no_other_challenge() {
        var challenge = ask(email);
        var code = mailed();
        var other = ask("x" + email);
        assertThat(accounts.redeem(other, code)).isEqualTo(new SignIn.Wrong(4));
        assertThat(accounts.redeem(UUID.randomUUID(), code)).isEqualTo(new SignIn.Expired());
        account(accounts.redeem(challenge, code));
    }

    @Test
    void of_many_who_type_the_same_code_at_once_one_comes_in() throws Exception {
        var challenge = ask(email);
        var code = mailed();
        Callable<SignIn> redeem = () -> accounts.redeem(challenge, code);
        var outcomes = new ArrayList<SignIn>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var each : threads.invokeAll(Collections.nCopies(12, redeem))) {
                outcomes.add(each.get());
            }
        }
        assertThat(outcomes).filteredOn(SignIn.Accepted.class::isInstance).hasSize(1);
        assertThat(outcomes).filteredOn(SignIn.Expired.class::isInstance).hasSize(11);
    }

    @Test
    void two_first_codes_redeemed_at_once_open_one_account() throws Exception {
        var one = ask(email);
        var oneCode = mailed();
        var two = ask(email);
        var twoCode = mailed();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            var first = threads.submit(() -> accounts.redeem(one, oneCode));
            var second = threads.submit(() -> accounts.redeem(two, twoCode));
            assertThat(account(first.get())).isEqualTo(account(second.get()));
        }
    }

    @Test
    void codes_are_limited_for_each_address() {
        for (int i = 0; i < Accounts.CODES_PER_QUARTER; i++) {
            ask(email);
        }
        var free = clock.instant().plus(Duration.ofMinutes(3));
        assertThat(accounts.challenge(email, "fr", UUID.randomUUID().toString()))
                .isEqualTo(new Challenge.TooMany(free));
        clock.set(free);
        ask(email);
    }

    @Test
    void codes_are_limited_for_each_place_whatever_the_addresses() {
        for (int i = 0; i < Accounts.CODES_PER_PLACE; i++) {
            ask(i + email);
        }
        assertThat(accounts.challenge("other" + email, "fr", place))
                .isInstanceOf(Challenge.TooMany.class);
        assertThat(accounts.challenge("other" + email, "fr", "elsewhere" + place))
                .isInstanceOf(Challenge.Mailed.class);
    }

    @Test
    void neither_the_code_nor_anything_it_could_be_guessed_from_is_kept() {
        var challenge = ask(email);
        var code = mailed();
        var kept =
                jdbc.sql("select * from access.challenge where id = :id")
                        .param("id", challenge)
                        .query()
                        .singleRow();
        assertThat(kept.toString()).doesNotContain(code);
        assertThat(kept.get("code_mac").toString()).matches("[0-9a-f]{64}");

        challenges.purge(clock.instant());
        assertThat(accounts.redeem(challenge, wrong(code))).isEqualTo(new SignIn.Wrong(4));
        challenges.purge(clock.instant().plus(Accounts.LIFE).plusSeconds(1));
        assertThat(accounts.redeem(challenge, code)).isEqualTo(new SignIn.Expired());
    }

    @Test
    void the_letter_is_in_the_language_that_was_asked_for() {
        accounts.challenge(email, "en", place);
        queue.runDue();
        assertThat(mailbox.to(email))
                .singleElement()
                .satisfies(
                        letter -> {
                            assertThat(letter.subject()).isEqualTo("Your sign-in code");
                            assertThat(letter.text()).contains("15 minutes", "If you did not ask");
                        });
    }

    @Test
    void what_is_no_address_gets_no_code() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> accounts.challenge("nobody", "fr", place));
    }

    @Test
    void a_person_is_called_by_name_once_it_is_known() {
        var account = accounts.create(email, "fr");
        assertThat(account.displayName()).isEqualTo(email);
        var renamed =
                accounts.rename(
                        account.id(), " Zoé ", "Martin", "adjointe", "en", Actor.system("test"));
        assertThat(renamed.displayName()).isEqualTo("Zoé Martin");
        assertThat(accounts.account(account.id())).hasValue(renamed);
        assertThat(accounts.create(email, "fr")).isEqualTo(renamed);
        assertThat(renamed.toString()).doesNotContain("Martin", email);
        assertThat(accounts.rename(account.id(), " ", null, null, "fr", Actor.visitor()))
                .isEqualTo(account);
    }

    private UUID ask(String address) {
        var challenge = accounts.challenge(address, "fr", place);
        return assertThat(challenge).asInstanceOf(type(Challenge.Mailed.class)).actual().id();
    }

    private String mailed() {
        queue.runDue();
        var letters = mailbox.to(email);
        var found = CODE.matcher(letters.getLast().text());
        assertThat(found.find()).isTrue();
        return found.group();
    }

    private static Account account(SignIn signIn) {
        return assertThat(signIn).asInstanceOf(type(SignIn.Accepted.class)).actual().account();
    }

    private static String wrong(String code) {
        return (code.startsWith("0") ? "1" : "0") + code.substring(1);
    }
}
