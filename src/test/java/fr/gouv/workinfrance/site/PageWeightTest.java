package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.language.Language;

import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.session.SessionRepository;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.zip.GZIPInputStream;

/// What each page weighs for who has a poor connection, in bytes on the line. Previews of documents
/// are left out: they are as large as the photographs that were sent, and only shown when asked
/// for.
@WifTest
class PageWeightTest {

    /// Of every page once the first was seen: 150 kB is what we promise.
    private static final int PAGE = 150_000;

    /// Of the first page ever: the page, the design system, and our font in the alphabet of the
    /// languages that we speak.
    private static final int FIRST = 200_000;

    /// All alphabets together, which no page writes.
    private static final int FONTS = 200_000;

    private static final Pattern ASSET =
            Pattern.compile("<(?:script|link)[^>]*(?:src|href)=\"(/assets/[^\"]+)\"");
    private static final Pattern FONT = Pattern.compile("url\\(\"(fonts/[^\"]+)\"\\)");

    @AutoClose private final HttpClient http = HttpClient.newHttpClient();

    @Autowired Requests requests;
    @Autowired SessionRepository<?> sessions;
    @Autowired Queue queue;
    @Autowired SettableClock clock;

    @LocalServerPort int port;

    private String cookie = "";
    private final List<String> pages =
            new ArrayList<>(
                    List.of(
                            "/",
                            "/demarches",
                            "/demarches/etudiant-professionnalisation",
                            "/demarches/etudiant-apprentissage",
                            "/demarches/etudiant-cursus",
                            "/demarches/etudiant-emploi",
                            "/demarches/etudiant-emploi/a-preparer",
                            "/demarches/verifier-mon-besoin",
                            "/connexion",
                            "/verifier",
                            "/aide",
                            "/mes-demandes"));

    @BeforeEach
    void an_applicant() {
        clock.set(SettableClock.START);
        Account employer = requests.someone("employeur");
        String draft = "/dossiers/" + requests.filled(employer).reference();
        String deposited = "/dossiers/" + requests.deposited(employer).reference();
        queue.runDue();
        pages.addAll(
                List.of(
                        draft,
                        draft + "/formulaire/contract",
                        draft + "/formulaire/employer",
                        draft + "/pieces",
                        draft + "/recapitulatif",
                        draft + "/invitations",
                        deposited));
        var session = SignedIn.session(sessions, employer, clock.instant());
        cookie = session.getName() + "=" + session.getValue();
    }

    @Test
    void every_page_after_the_first_weighs_less_than_150_kb() throws Exception {
        Set<String> kept = new TreeSet<>(assets(get("/")));
        SoftAssertions all = new SoftAssertions();
        for (Language language : Language.values()) {
            for (String path : pages) {
                HttpResponse<byte[]> page = get(language.prefix() + path);
                all.assertThat(page.statusCode()).as(path).isEqualTo(200);
                int weight = page.body().length;
                for (String asset : assets(page)) {
                    weight += kept.add(asset) ? get(asset).body().length : 0;
                }
                all.assertThat(weight).as(language.prefix() + path).isLessThan(PAGE);
            }
        }
        all.assertAll();
    }

    @Test
    void the_first_page_brings_the_design_system_once_and_for_good() throws Exception {
        HttpResponse<byte[]> page = get("/");
        int weight = page.body().length;
        int fonts = 0;
        int latin = 0;
        for (String asset : assets(page)) {
            HttpResponse<byte[]> file = get(asset);
            assertThat(file.headers().firstValue("Cache-Control"))
                    .as(asset)
                    .contains("max-age=31536000, public, immutable");
            weight += file.body().length;
            if (asset.endsWith("/wif.css")) {
                for (String font : found(FONT, text(file))) {
                    int size = get(asset.replace("wif.css", font)).body().length;
                    fonts += size;
                    latin += font.contains("-latin-ext-") || !font.contains("-latin-") ? 0 : size;
                }
            }
        }
        assertThat(latin).as("fonts").isPositive();
        assertThat(weight + latin).as("page, design system and fonts").isLessThan(FIRST);
        assertThat(fonts).as("all alphabets").isGreaterThan(latin).isLessThan(FONTS);
    }

    @Test
    void another_version_s_address_gives_what_there_is_and_is_not_kept_for_good() throws Exception {
        HttpResponse<byte[]> former = get("/assets/000000000000/wif.css");
        assertThat(former.statusCode()).isEqualTo(200);
        assertThat(former.headers().firstValue("Cache-Control")).contains("max-age=86400, public");
        String mine = Assets.at("none.css");
        assertThat(get(mine).statusCode()).isEqualTo(404);
        assertThat(get(mine).headers().firstValue("Cache-Control").orElse(""))
                .doesNotContain("immutable");
    }

    /// Scripts and styles bear their fingerprint, so that a browser asks for them once.
    private static Set<String> assets(HttpResponse<byte[]> page) throws IOException {
        Set<String> assets = found(ASSET, text(page));
        assertThat(assets)
                .as("assets of " + page.uri())
                .isNotEmpty()
                .allMatch(asset -> asset.matches("/assets/[0-9a-f]{12}/.+"));
        return assets;
    }

    private static Set<String> found(Pattern wanted, String in) {
        return wanted.matcher(in)
                .results()
                .map((MatchResult result) -> result.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private HttpResponse<byte[]> get(String path) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                        .header("Accept-Encoding", "gzip")
                        .header("Cookie", cookie)
                        .build(),
                BodyHandlers.ofByteArray());
    }

    private static String text(HttpResponse<byte[]> response) throws IOException {
        boolean packed =
                response.headers()
                        .firstValue("Content-Encoding")
                        .filter("gzip"::equals)
                        .isPresent();
        byte[] body = response.body();
        return new String(
                packed ? new GZIPInputStream(new ByteArrayInputStream(body)).readAllBytes() : body,
                StandardCharsets.UTF_8);
    }
}
