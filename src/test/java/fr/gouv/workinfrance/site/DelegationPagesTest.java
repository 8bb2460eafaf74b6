package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.office.Delegation;
import fr.gouv.workinfrance.office.Delegations;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;

/// The head of a service enters the delegations of signature that were published.
@WifTest
class DelegationPagesTest {

    private static final String AT = "/pilotage/prefecture-75/delegations";

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Delegations delegations;
    @Autowired SettableClock clock;

    Account head;
    Account signatory;

    @BeforeEach
    void people() {
        clock.set(SettableClock.START);
        head = requests.staff("head", Requests.PREFECTURE);
        signatory = requests.staff("signatory", Requests.PREFECTURE);
    }

    @Test
    void a_delegation_is_entered_with_the_act_that_gives_it_and_ended() {
        assertThat(give("signataire", signatory.id().toString(), "du", "2026-11-03"))
                .hasStatus(HttpStatus.SEE_OTHER);

        Delegation given = latest();
        assertThat(given.kinds()).isEqualTo(Set.of(Delegation.Kind.REFUSE));
        assertThat(given.act()).isEqualTo("75-2026-11-01-00003");
        assertThat(given.first()).isEqualTo(LocalDate.parse("2026-11-03"));
        assertThat(given.last()).isNull();
        assertThat(get())
                .hasStatusOk()
                .bodyText()
                .contains("Depuis le 3 novembre 2026")
                .contains("75-2026-11-01-00003");

        assertThat(post(AT + "/" + given.id() + "/fin")).hasStatus(HttpStatus.SEE_OTHER);
        assertThat(latest().last()).isEqualTo(LocalDate.parse("2026-11-23"));
        assertThat(latest().holds(LocalDate.parse("2026-11-24"))).isFalse();
    }

    @Test
    void it_holds_at_the_earliest_the_day_after_it_is_published() {
        int before = of(signatory).size();

        assertThat(give("signataire", signatory.id().toString(), "du", "2026-11-02"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyText()
                .contains("au plus tôt le lendemain de la publication")
                .contains("value=\"75-2026-11-01-00003\"");
        assertThat(give("signataire", head.id().toString(), "du", "2026-11-03"))
                .as("who does not sign for this service")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(of(signatory)).hasSize(before);
    }

    private Delegation latest() {
        return of(signatory).stream()
                .filter(one -> one.act().startsWith("75-2026-11-01"))
                .findFirst()
                .orElseThrow();
    }

    private List<Delegation> of(Account account) {
        return delegations.of("prefecture-75").stream()
                .filter(one -> one.account().equals(account.id()))
                .toList();
    }

    private MvcTestResult give(String... params) {
        return post(
                AT,
                params[0],
                params[1],
                params[2],
                params[3],
                "decisions",
                "REFUSE",
                "arrete",
                "75-2026-11-01-00003",
                "arrete-du",
                "2026-11-01",
                "recueil",
                "75-2026-700",
                "publie-le",
                "2026-11-02");
    }

    private MvcTestResult get() {
        return mvc.get().uri(AT).with(SignedIn.as(head)).exchange();
    }

    private MvcTestResult post(String path, String... params) {
        var request = mvc.post().uri(path).with(SignedIn.as(head)).with(csrf());
        for (int i = 0; i < params.length; i += 2) {
            request.param(params[i], params[i + 1]);
        }
        return request.exchange();
    }
}
