package fr.gouv.workinfrance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.core.env.Environment;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/// Production starts when everything is right, and otherwise says in one message what is not.
@WifTest
@ExtendWith(OutputCaptureExtension.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionTest {

    private static final List<String> SECRETS =
            List.of(
                    "WIF_JOURNAL_SIGNING_KEY",
                    "WIF_ACCESS_PEPPER",
                    "WIF_MAIL_KEY",
                    "WIF_DOCUMENT_MASTER_KEY",
                    "WIF_DEED_KEYSTORE",
                    "WIF_DEED_KEYSTORE_PASSWORD");

    @Autowired Environment tests;

    private final Map<String, Object> right = new HashMap<>();

    @BeforeAll
    void database() throws Exception {
        String name = "production_" + UUID.randomUUID().toString().replace("-", "");
        sql(superuser(), "create database " + name + " owner wif_owner");
        right.put("WIF_DATABASE_URL", superuser().replaceFirst("/wif_[^?]*[?].*", "/" + name));
        right.put("WIF_DATABASE_PASSWORD", "wif_app");
        right.put("WIF_DATABASE_OWNER_PASSWORD", "wif_owner");
        right.put("WIF_DATABASE_POOL", "3");
        right.put("WIF_DOCUMENT_FOLDER", Files.createTempDirectory("documents").toString());
        right.put("WIF_DOCUMENT_ANTIVIRUS_ADDRESS", "127.0.0.1:3310"); // nobody need answer
        right.put("WIF_BASE_URL", "https://travail.example");
        right.put("WIF_MAIL_HOST", "courrier.example");
        right.put("WIF_MAIL_SENDER", "ne-pas-repondre@travail.example");
        right.put("SERVER_PORT", "0");
        right.put("logging.level.root", "error");
        for (String secret : SECRETS) {
            right.put(secret, tests.getRequiredProperty(secret).substring("demo:".length()));
        }
    }

    @Test
    void with_every_setting_right_it_starts_and_nothing_of_the_demonstration_is_in_it()
            throws Exception {
        try (var house = Started.with(right);
                var browser = HttpClient.newHttpClient()) {
            assertThat(status(browser, house.address("/"))).isEqualTo(200);
            assertThat(status(browser, house.address("/actuator/health"))).isEqualTo(200);
            assertThat(status(browser, house.address("/demo"))).isEqualTo(404);
            assertThat(house.house().getBeanDefinitionNames())
                    .filteredOn(
                            name ->
                                    String.valueOf(house.house().getType(name))
                                            .contains("workinfrance.demo"))
                    .isEmpty();
        }
    }

    @Test
    void secrets_of_the_demonstration_are_all_told_at_once(CapturedOutput output) {
        Map<String, Object> demo = new HashMap<>(right);
        SECRETS.forEach(secret -> demo.put(secret, "demo:" + right.get(secret)));

        assertThat(refused(demo, output)).contains(SECRETS).contains("secret of a demonstration");
    }

    @Test
    void what_every_house_needs_is_told_at_once_when_it_is_missing(CapturedOutput output) {
        Map<String, Object> none = new HashMap<>(right);
        List.of(
                        "WIF_DATABASE_URL",
                        "WIF_DATABASE_PASSWORD",
                        "WIF_DATABASE_OWNER_PASSWORD",
                        "WIF_BASE_URL",
                        "WIF_MAIL_HOST",
                        "WIF_MAIL_SENDER")
                .forEach(none::remove);

        assertThat(refused(none, output))
                .contains(
                        "WIF_DATABASE_URL is missing",
                        "WIF_DATABASE_PASSWORD is missing",
                        "WIF_DATABASE_OWNER_PASSWORD is missing",
                        "WIF_MAIL_HOST is missing",
                        "WIF_BASE_URL is not the public address",
                        "WIF_MAIL_SENDER is not an address");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "WIF_JOURNAL_SIGNING_KEY",
                "WIF_ACCESS_PEPPER",
                "WIF_MAIL_KEY",
                "WIF_DOCUMENT_MASTER_KEY",
                "WIF_DOCUMENT_FOLDER",
                "WIF_DOCUMENT_ANTIVIRUS_ADDRESS",
                "WIF_DEED_KEYSTORE",
                "WIF_DEED_KEYSTORE_PASSWORD"
            })
    void a_setting_that_is_missing_is_named(String setting, CapturedOutput output) {
        assertThat(refused(setting, " ", output)).contains("  " + setting + " ");
    }

    @ParameterizedTest
    @CsvSource({
        "WIF_JOURNAL_SIGNING_KEY, bm90IGEga2V5c2V0",
        "WIF_ACCESS_PEPPER, bm90IGVub3VnaA==",
        "WIF_ACCESS_PEPPER, not base64 but secret",
        "WIF_MAIL_KEY, bm90IGEga2V5c2V0",
        "WIF_DOCUMENT_MASTER_KEY, bm90IGEga2V5c2V0",
        "WIF_DEED_KEYSTORE, bm90IGEga2V5IHN0b3Jl",
        "WIF_DOCUMENT_ANTIVIRUS_ADDRESS, somewhere",
    })
    void a_setting_that_is_not_what_it_should_be_is_named_and_its_value_is_not(
            String setting, String value, CapturedOutput output) {
        assertThat(refused(setting, value, output))
                .contains("  " + setting + " ")
                .doesNotContain(value);
    }

    @Test
    void it_does_not_start_without_an_antivirus(CapturedOutput output) {
        assertThat(refused("WIF_DOCUMENT_ANTIVIRUS_ADDRESS", "none", output))
                .contains("WIF_DOCUMENT_ANTIVIRUS_ADDRESS is none");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://travail.example",
                "https://localhost:8443",
                "https://127.0.0.1",
                "travail.example",
                "https://travail example"
            })
    void an_address_that_nobody_outside_can_trust_is_refused(
            String address, CapturedOutput output) {
        assertThat(refused("WIF_BASE_URL", address, output)).contains("WIF_BASE_URL is not");
    }

    @Test
    void it_does_not_run_as_the_owner_of_the_database(CapturedOutput output) {
        Map<String, Object> owner = new HashMap<>(right);
        owner.put("WIF_DATABASE_USER", "wif_owner");
        owner.put("WIF_DATABASE_PASSWORD", "wif_owner");
        assertThat(refused(owner, output)).contains("WIF_DATABASE_USER is the owner");

        owner.put("WIF_DATABASE_OWNER_USER", "postgres");
        assertThat(refused(owner, output)).contains("WIF_DATABASE_USER (wif_owner) owns the data");
    }

    @ParameterizedTest
    @CsvSource({
        "superuser, is a superuser",
        "createrole, is a superuser",
        "in role wif_owner, owns the database",
    })
    void it_does_not_run_as_someone_who_may_do_what_the_owner_may(
            String power, String told, CapturedOutput output) throws Exception {
        String role = "someone_" + UUID.randomUUID().toString().replace("-", "");
        sql(superuser(), "create role " + role + " login password 'x' " + power);

        Map<String, Object> as = new HashMap<>(right);
        as.put("WIF_DATABASE_USER", role);
        as.put("WIF_DATABASE_PASSWORD", "x");
        assertThat(refused(as, output)).contains("WIF_DATABASE_USER (" + role + ") " + told);
    }

    @Test
    void it_does_not_run_as_someone_who_owns_a_table(CapturedOutput output) throws Exception {
        String role = "someone_" + UUID.randomUUID().toString().replace("-", "");
        sql(superuser(), "create role " + role + " login password 'x' in role wif_app");
        sql(ours(), "create table mine (); alter table mine owner to " + role);

        Map<String, Object> as = new HashMap<>(right);
        as.put("WIF_DATABASE_USER", role);
        as.put("WIF_DATABASE_PASSWORD", "x");
        try {
            assertThat(refused(as, output))
                    .contains("WIF_DATABASE_USER (" + role + ") owns the table mine");
        } finally {
            sql(ours(), "drop table mine");
        }
    }

    @Test
    void a_database_that_does_not_let_us_in_is_told_in_a_line(CapturedOutput output) {
        assertThat(refused("WIF_DATABASE_USER", "nobody", output))
                .contains("WIF_DATABASE_URL: the database does not let us in")
                .contains("nobody");
    }

    @Test
    void it_does_not_start_on_the_database_of_a_demonstration(CapturedOutput output)
            throws Exception {
        sql(ours(), "create schema demo");
        try {
            assertThat(refused(right, output)).contains("WIF_DATABASE_URL names the database of");
        } finally {
            sql(ours(), "drop schema demo");
        }
    }

    @Test
    void it_does_not_start_where_a_demonstration_gave_rights_to_its_people(CapturedOutput output)
            throws Exception {
        Started.with(right).close();
        sql(
                ours(),
                """
                insert into access.account (id, email, language, created_at)
                values ('00000000-0000-0000-0000-00000000000d', 'instructrice@exemple.fr', 'fr', now());
                insert into access.granted (id, account, relation, scope_kind, scope_id, starts_at,
                                            given_by_kind, given_by_id, given_at)
                values (gen_random_uuid(), '00000000-0000-0000-0000-00000000000d', 'caseworker',
                        'office', 'prefecture-75', now(), 'SYSTEM', 'demo', now())
                """);
        try {
            assertThat(refused(right, output)).contains("fictitious people");
        } finally {
            sql(ours(), "delete from access.granted; delete from access.account");
        }
    }

    private String refused(String setting, String value, CapturedOutput output) {
        Map<String, Object> wrong = new HashMap<>(right);
        wrong.put(setting, value);
        return refused(wrong, output);
    }

    /// What an operator reads: one message, and no trace of the stack.
    private static String refused(Map<String, Object> environment, CapturedOutput output) {
        int before = output.getAll().length();
        Throwable failure = catchThrowable(() -> Started.with(environment).close());

        assertThat(failure).as("it starts").isNotNull();
        String told = output.getAll().substring(before);
        assertThat(told)
                .contains("APPLICATION FAILED TO START")
                .doesNotContain("\n\tat ")
                .doesNotContain("Caused by");
        return told;
    }

    private static int status(HttpClient browser, URI address) throws Exception {
        return browser.send(
                        HttpRequest.newBuilder(address).build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private String superuser() {
        return tests.getRequiredProperty("wif.test.superuser-url");
    }

    private String ours() {
        return right.get("WIF_DATABASE_URL") + "?user=postgres";
    }

    private static void sql(String url, String statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url);
                var statement = connection.createStatement()) {
            for (String each : Arrays.asList(statements.split(";"))) {
                statement.execute(each);
            }
        }
    }
}
