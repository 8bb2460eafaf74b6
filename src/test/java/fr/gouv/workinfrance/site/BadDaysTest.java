package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import fr.gouv.workinfrance.Browser;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.Started;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.Accounts;
import fr.gouv.workinfrance.access.Grants;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.dossier.Decisions;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.dossier.Parties;
import fr.gouv.workinfrance.dossier.Stage;
import fr.gouv.workinfrance.examination.Examinations;
import fr.gouv.workinfrance.office.Delegations;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.session.jdbc.JdbcIndexedSessionRepository;

import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;

/// A file too large, a line that breaks, a disk that is full, a mail server or a database that is
/// away: over real HTTP, each a clear answer, in the language of the page, and nothing lost.
@ExtendWith(OutputCaptureExtension.class)
class BadDaysTest {

    private static final int MB = 1024 * 1024;
    private static final Duration LONG_ENOUGH = Duration.ofSeconds(60);

    private static Path folder;
    private static Started house;
    private static Started full;

    private Browser browser;
    private Account employer;
    private Dossier draft;
    private String pieces;

    @BeforeAll
    static void start() throws IOException {
        folder = Files.createTempDirectory("documents");
        Map<String, Object> settings = new HashMap<>();
        settings.put("wif.test.database", "wif_" + UUID.randomUUID().toString().replace("-", ""));
        settings.put("WIF_DATABASE_POOL", "4");
        settings.put("WIF_MAIL_PORT", "1"); // nobody answers there
        settings.put("spring.datasource.hikari.connection-timeout", "500");
        settings.put("spring.datasource.hikari.initialization-fail-timeout", "20000");
        settings.put("db-scheduler.enabled", "true");
        settings.put("db-scheduler.polling-interval", "200ms");
        settings.put("wif.document.folder", folder);
        house = Started.with(settings, "test");
        settings.put("wif.document.minimum-free", "1000000GB");
        settings.put("db-scheduler.enabled", "false"); // the other one makes the receipts
        full = Started.with(settings, "test");
    }

    @AfterAll
    static void stop() {
        house.close();
        full.close();
    }

    @BeforeEach
    void draft() {
        browser = new Browser();
        Requests requests =
                new Requests(
                        house.bean(Accounts.class),
                        house.bean(Grants.class),
                        house.bean(Drafts.class),
                        house.bean(Dossiers.class),
                        house.bean(Parties.class),
                        house.bean(Decisions.class),
                        house.bean(Clock.class),
                        house.bean(Delegations.class),
                        house.bean(Examinations.class));
        employer = requests.someone("employeur");
        draft = requests.filled(employer);
        pieces = "/dossiers/" + draft.reference() + "/pieces";
        var cookie =
                SignedIn.session(
                        house.bean(JdbcIndexedSessionRepository.class),
                        employer,
                        house.bean(Clock.class).instant());
        browser.cookie(cookie.getName(), cookie.getValue());
        browser.get(house.address("/mes-demandes"));
    }

    @AfterEach
    void close() {
        browser.close();
    }

    @Test
    void a_file_too_large_for_the_script_is_refused_in_words_before_a_byte_of_it_is_sent()
            throws IOException {
        HttpResponse<String> answer = script(house, "/en" + pieces + "/contract", 21 * MB);

        assertThat(answer.statusCode()).isIn(413, 422);
        assertThat(answer.body()).contains("message").contains("20 MB");
        nothingIsKept();
    }

    @Test
    void a_file_too_large_sent_by_the_form_is_refused_on_our_own_page() throws IOException {
        for (int size : List.of(20 * MB + 1, 21 * MB, 30 * MB)) {
            HttpResponse<String> answer = form(house, "/en" + pieces + "/contract", size);

            assertThat(answer.statusCode()).as("%d bytes", size).isIn(413, 422);
            assertThat(answer.body())
                    .as("%d bytes", size)
                    .contains("<html lang=\"en\"")
                    .contains("20 MB");
        }
        nothingIsKept();
    }

    @Test
    void an_upload_that_is_cut_leaves_nothing() throws IOException {
        String head =
                """
                POST %s/contract?_csrf=%s HTTP/1.1\r
                Host: localhost\r
                Cookie: %s\r
                Content-Type: multipart/form-data; boundary=x\r
                Content-Length: 1000000\r
                \r
                --x\r
                Content-Disposition: form-data; name="file"; filename="contrat.png"\r
                \r
                """
                        .formatted(pieces, browser.token(), browser.cookies());
        String answer;
        try (Socket line = new Socket("localhost", house.address("/").getPort())) {
            line.getOutputStream().write(head.getBytes(StandardCharsets.US_ASCII));
            line.getOutputStream().write(Images.png());
            line.shutdownOutput();
            // once it has answered, or hung up, there is nothing more that it could keep
            answer = new String(line.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }

        assertThat(answer).doesNotStartWith("HTTP/1.1 200").doesNotStartWith("HTTP/1.1 303");
        nothingIsKept();
    }

    @Test
    void what_is_not_a_form_is_refused_on_our_own_page() {
        HttpResponse<String> answer =
                browser.post(
                        house.address("/en" + pieces + "/contract"),
                        BodyPublishers.ofString("<a/>"),
                        "Content-Type",
                        "application/xml");

        assertThat(answer.statusCode()).isEqualTo(415);
        assertThat(answer.body()).contains("<html lang=\"en\"", "not accepted here");
    }

    @Test
    void bytes_that_are_no_text_are_not_understood_and_reach_no_log(CapturedOutput output) {
        HttpResponse<String> answer =
                browser.post(
                        house.address("/dossiers/" + draft.reference() + "/reponses"),
                        BodyPublishers.ofString("field=job_title&revision=1&typed=Ndiaye%FF%FE"),
                        "Content-Type",
                        "application/x-www-form-urlencoded");

        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.body()).contains("<html lang=\"fr\"", "n’a pas été comprise");
        assertThat(output).doesNotContain("Ndiaye");
        assertThat(house.bean(Dossiers.class).dossier(draft.id())).isEqualTo(draft);
    }

    @Test
    void a_page_that_does_not_exist_says_so_in_its_language() {
        assertThat(browser.get(house.address("/en/demarches/x/y")).body())
                .contains(
                        "<html lang=\"en\"", "This page does not exist", "href=\"/demarches/x/y\"");
        assertThat(browser.get(house.address("/demarches/x/y")).body())
                .contains("<html lang=\"fr\"", "href=\"/en/demarches/x/y\"");
    }

    @Test
    void when_the_disk_is_full_files_are_refused_in_words_and_answers_are_kept()
            throws IOException {
        HttpResponse<String> answer = script(full, pieces + "/contract", 1000);
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(answer.body()).contains("vos réponses sont gardées");

        assertThat(form(full, pieces + "/contract", 1000).body()).contains("vos réponses sont");
        assertThat(
                        browser.post(
                                        house.address("/dossiers/" + draft.reference() + "/depot"),
                                        "statement",
                                        "true")
                                .statusCode())
                .isEqualTo(303);
    }

    @Test
    void when_the_mail_server_is_away_codes_wait_and_requests_are_deposited() {
        assertThat(
                        browser.post(
                                        house.address("/connexion"),
                                        "email",
                                        UUID.randomUUID() + "@exemple.fr")
                                .statusCode())
                .isEqualTo(200);
        String at = "/dossiers/" + draft.reference();
        assertThat(browser.post(house.address(at + "/depot"), "statement", "true").statusCode())
                .isEqualTo(303);

        await().atMost(LONG_ENOUGH)
                .until(() -> !house.bean(Dossiers.class).dossier(draft.id()).deeds().isEmpty());
        assertThat(browser.get(house.address(at)).body()).contains("Accusé de réception");
    }

    @Test
    void when_the_database_is_away_pages_say_so_and_come_back_with_it() throws Exception {
        String name =
                house.bean(JdbcClient.class)
                        .sql("select current_database()")
                        .query(String.class)
                        .single();
        try {
            superuser(
                    "alter database " + name + " allow_connections false",
                    "select pg_terminate_backend(pid) from pg_stat_activity where datname = '"
                            + name
                            + "'");
            assertThat(browser.get(house.address("/en/mes-demandes")))
                    .satisfies(
                            answer -> {
                                assertThat(answer.statusCode()).isEqualTo(503);
                                assertThat(answer.body())
                                        .contains("<html lang=\"en\"", "not available for now")
                                        .doesNotContain("Exception", "SQL");
                            });
            try (Browser visitor = new Browser()) {
                assertThat(visitor.get(house.address("/demarches")).statusCode()).isEqualTo(200);
            }
        } finally {
            superuser("alter database " + name + " allow_connections true");
        }
        await().atMost(LONG_ENOUGH)
                .until(
                        () ->
                                browser.get(house.address("/mes-demandes")).statusCode() == 200
                                        && house.bean(Dossiers.class)
                                                .dossier(draft.id())
                                                .stage()
                                                .equals(new Stage.Draft()));
    }

    /// What the script asks before it sends anything.
    private HttpResponse<String> script(Started node, String path, int size) {
        return browser.post(
                node.address(path + "/envois"),
                BodyPublishers.noBody(),
                "Tus-Resumable",
                "1.0.0",
                "Upload-Length",
                String.valueOf(size),
                "Accept",
                "application/json");
    }

    private HttpResponse<String> form(Started node, String path, int size) {
        byte[] file = new byte[size];
        System.arraycopy(Images.png(), 0, file, 0, Images.png().length);
        return browser.post(
                node.address(path + "?_csrf=" + browser.token()),
                BodyPublishers.concat(
                        BodyPublishers.ofString(
                                "--x\r\nContent-Disposition: form-data; name=\"file\";"
                                        + " filename=\"contrat.png\"\r\n\r\n"),
                        BodyPublishers.ofByteArray(file),
                        BodyPublishers.ofString("\r\n--x--\r\n")),
                "Content-Type",
                "multipart/form-data; boundary=x");
    }

    private void nothingIsKept() throws IOException {
        try (Stream<Path> walk = Files.walk(folder.resolve("incoming"))) {
            assertThat(walk.filter(Files::isRegularFile)).isEmpty();
        }
        assertThat(
                        house.bean(JdbcClient.class)
                                .sql(
                                        """
                                        select count(*) from journal.entry
                                        where act = 'document.received' and actor_id = :sender
                                        """)
                                .param("sender", employer.id().toString())
                                .query(Long.class)
                                .single())
                .isZero();
        assertThat(house.bean(Dossiers.class).dossier(draft.id())).isEqualTo(draft);
    }

    private static void superuser(String... statements) throws SQLException {
        String url =
                house.house()
                        .getEnvironment()
                        .getRequiredProperty("wif.test.superuser-url")
                        .replaceFirst("/wif_[^?]*", "/postgres");
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String each : statements) {
                statement.execute(each);
            }
        }
    }
}
