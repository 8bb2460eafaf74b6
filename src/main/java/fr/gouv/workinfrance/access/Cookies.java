package fr.gouv.workinfrance.access;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.ResponseCookie;
import org.springframework.stereotype.Component;

import java.net.URI;
import java.time.Duration;

/// How cookies are made: under https with the prefix `__Host-`, by which a browser keeps every
/// other host, and plain http, from setting them; over plain http, on a developer's machine,
/// without.
@Component
final class Cookies {

    private final boolean secure;

    Cookies(@Value("${wif.base-url}") URI baseUrl) {
        this.secure = "https".equals(baseUrl.getScheme());
    }

    boolean secure() {
        return secure;
    }

    String session() {
        return name("wif");
    }

    String csrf() {
        return name("wif-form");
    }

    String challenge() {
        return name("wif-code");
    }

    String pass() {
        return name("wif-pass");
    }

    ResponseCookie challenge(String value, Duration life) {
        return cookie(challenge(), value, life);
    }

    ResponseCookie pass(String value, Duration life) {
        return cookie(pass(), value, life);
    }

    private ResponseCookie cookie(String name, String value, Duration life) {
        return ResponseCookie.from(name, value)
                .path("/")
                .httpOnly(true)
                .secure(secure)
                .sameSite("Lax")
                .maxAge(life)
                .build();
    }

    private String name(String name) {
        return secure ? "__Host-" + name : name;
    }
}
