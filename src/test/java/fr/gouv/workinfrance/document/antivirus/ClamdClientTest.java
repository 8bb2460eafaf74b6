package fr.gouv.workinfrance.document.antivirus;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import fr.gouv.workinfrance.Clamd;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Arrays;

/// A real clamd, and some that are out of order.
class ClamdClientTest {

    private static final int MB = 1024 * 1024;

    private static Clamd clamd;

    @BeforeAll
    static void start() {
        clamd = Clamd.start();
    }

    @AfterAll
    static void stop() {
        clamd.close();
    }

    @Test
    void a_virus_is_found_by_its_name_over_tcp_and_over_a_unix_socket() {
        for (String address : new String[] {clamd.address(), clamd.unixAddress()}) {
            assertThat(scan(address, Clamd.VIRUS)).isEqualTo(new Verdict.Infected(Clamd.SIGNATURE));
            assertThat(scan(address, new byte[] {1, 2, 3})).isEqualTo(new Verdict.Clean());
        }
    }

    @Test
    void a_virus_at_the_end_of_twenty_megabytes_is_found() {
        byte[] large = new byte[20 * MB];
        assertThat(scan(clamd.address(), large)).isEqualTo(new Verdict.Clean());

        System.arraycopy(Clamd.VIRUS, 0, large, large.length - 100, Clamd.VIRUS.length);
        assertThat(scan(clamd.address(), large)).isEqualTo(new Verdict.Infected(Clamd.SIGNATURE));
    }

    @Test
    void more_than_clamd_takes_is_no_verdict() {
        assertThat(scan(clamd.address(), new byte[26 * MB])).isEqualTo(new Verdict.Away());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"127.0.0.1:1", "nobody.invalid:3310", "[::1]:1", "unix:/nowhere/clamd.ctl"})
    void where_nobody_listens_it_is_away(String address) {
        assertThat(scan(address, Clamd.VIRUS)).isEqualTo(new Verdict.Away());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\0",
                "OK\0",
                "stream: OK and more\0",
                "stream:  FOUND\0",
                "stream: a b FOUND\0",
                "INSTREAM size limit exceeded. ERROR\0",
                "HTTP/1.1 200 OK\r\n\r\n<html>",
                "\u0001\u0002"
            })
    void what_is_no_answer_is_no_verdict(String answer) throws Exception {
        try (ServerSocket other = new ServerSocket(0)) {
            Thread.ofVirtual().start(() -> answer(other, answer));

            assertThat(scan("localhost:" + other.getLocalPort(), Clamd.VIRUS))
                    .isEqualTo(new Verdict.Away());
        }
    }

    @Test
    void an_antivirus_that_never_answers_is_away() throws Exception {
        try (ServerSocket mute = new ServerSocket(0)) {
            var client =
                    new ClamdClient(
                            Antiviruses.settings(
                                    "localhost:" + mute.getLocalPort(), Duration.ofMillis(200)));

            assertThat(client.scan(new ByteArrayInputStream(new byte[20 * MB])))
                    .isEqualTo(new Verdict.Away());
        }
    }

    @Test
    void a_content_that_cannot_be_read_is_not_the_fault_of_the_antivirus() {
        InputStream broken =
                new InputStream() {
                    @Override
                    public int read() throws IOException {
                        throw new IOException("damaged");
                    }
                };

        assertThatThrownBy(() -> Antiviruses.at(clamd.address()).scan(broken))
                .isInstanceOf(UncheckedIOException.class);
    }

    @Test
    void without_an_antivirus_nothing_bad_is_known_of_anything() {
        assertThat(Antiviruses.none().present()).isFalse();
        assertThat(scan("none", Clamd.VIRUS)).isEqualTo(new Verdict.Clean());
    }

    private static Verdict scan(String address, byte[] content) {
        return Antiviruses.at(address).scan(new ByteArrayInputStream(content));
    }

    private static void answer(ServerSocket other, String answer) {
        try (Socket line = other.accept()) {
            // all that is sent, up to the length of zero that ends it
            byte[] sent = new byte[10 + 4 + Clamd.VIRUS.length + 4];
            assertThat(line.getInputStream().readNBytes(sent, 0, sent.length))
                    .isEqualTo(sent.length);
            assertThat(Arrays.copyOfRange(sent, 14, 14 + Clamd.VIRUS.length))
                    .isEqualTo(Clamd.VIRUS);
            line.getOutputStream().write(answer.getBytes(StandardCharsets.ISO_8859_1));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
