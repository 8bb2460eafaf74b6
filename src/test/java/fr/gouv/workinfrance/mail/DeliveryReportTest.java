package fr.gouv.workinfrance.mail;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

import java.util.Optional;
import java.util.UUID;

/// What is read in a message of the mailbox, to which anyone can write.
class DeliveryReportTest {

    private final UUID letter = UUID.randomUUID();
    private final ReturnAddress address = new ReturnAddress("retours@exemple.fr", "secret");
    private final String report = Reports.failed(address.of(letter));

    @Test
    void a_report_of_a_refusal_for_good_names_its_letter_and_why() throws Exception {
        assertThat(DeliveryReport.of(Reports.message(report), address))
                .contains(new DeliveryReport(letter, new Status("5.1.1")));
        assertThat(
                        DeliveryReport.of(
                                Reports.message(
                                        report.replace(
                                                "To: <",
                                                "To: \"Retours\" <nobody@exemple.fr>\n"
                                                        + "Delivered-To: <")),
                                address))
                .as("through an alias")
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "Action: failed, Action: delayed",
        "Action: failed, Action: delivered",
        "Action: failed, X-Action: failed",
        "Status: 5.1.1, Status: 4.4.7",
        "Status: 5.1.1, Status: etudiante@exemple.fr",
        "multipart/report, multipart/mixed",
        "report-type=delivery-status;, ''",
        "report-type=delivery-status;, report-type=disposition-notification;",
        "message/delivery-status, text/plain",
        "boundary=\"b\", boundary=\"c\"",
        "multipart/report, multipart/\"\u0000",
        "retours+, retours-",
    })
    void anything_else_reports_nothing(String right, String wrong) throws Exception {
        assertThat(report).contains(right);
        String other = report.replace(right, wrong);

        assertThat(DeliveryReport.of(Reports.message(other), address)).isEmpty();
    }

    @Test
    void what_is_endless_is_read_within_limits() throws Exception {
        String blocks = "Final-Recipient: rfc822; a@exemple.fr\nAction: delayed\n\n".repeat(20_000);
        String lines = "X-Line: " + "x".repeat(200_000) + "\n";
        String parts = "--b\nContent-Type: text/plain\n\nx\n".repeat(5_000);

        assertThat(read(report.replace("Final-Recipient", blocks + "Final-Recipient"))).isEmpty();
        assertThat(read(report.replace("Action: failed", lines + "Action: failed"))).isEmpty();
        assertThat(
                        read(
                                report.replaceFirst(
                                        "--b\nContent-Type: text",
                                        parts + "--b\nContent-Type: text")))
                .isEmpty();
        assertThat(read(report.replace("To: <", "To: a@exemple.fr\n".repeat(1_000) + "To: <")))
                .isEmpty();
    }

    private Optional<DeliveryReport> read(String raw) throws Exception {
        return DeliveryReport.of(Reports.message(raw), address);
    }
}
