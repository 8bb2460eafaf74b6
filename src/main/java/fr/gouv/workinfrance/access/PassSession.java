package fr.gouv.workinfrance.access;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;
import org.springframework.web.util.WebUtils;

import java.time.Clock;
import java.time.Duration;

/// The browser's side of a one-off link: the key that shows that it gave the code. It is nobody's
/// session, and says nothing of who it is.
@Component
public class PassSession {

    private final Cookies cookies;
    private final Clock clock;

    PassSession(Cookies cookies, Clock clock) {
        this.cookies = cookies;
        this.clock = clock;
    }

    /// Keeps the key in this browser, until it holds no more.
    public void keep(HttpServletResponse response, Passage.Entered entered) {
        Duration life = Duration.between(clock.instant(), entered.until());
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.pass(entered.key(), life).toString());
    }

    /// The key that this browser has; empty for none.
    public String key(HttpServletRequest request) {
        var cookie = WebUtils.getCookie(request, cookies.pass());
        return cookie == null ? "" : cookie.getValue();
    }

    /// The link is used: its key is of no use.
    public void forget(HttpServletResponse response) {
        response.addHeader(HttpHeaders.SET_COOKIE, cookies.pass("", Duration.ZERO).toString());
    }
}
