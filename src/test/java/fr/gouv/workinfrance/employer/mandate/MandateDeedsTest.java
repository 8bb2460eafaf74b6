package fr.gouv.workinfrance.employer.mandate;

import static fr.gouv.workinfrance.deed.Conformance.assertConforms;

import static org.assertj.core.api.Assertions.assertThat;

import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.deed.Rendered;
import fr.gouv.workinfrance.employer.mandate.Mandate.Giver;
import fr.gouv.workinfrance.employer.mandate.Mandate.Holder;
import fr.gouv.workinfrance.employer.mandate.Standing.Drafted;
import fr.gouv.workinfrance.employer.mandate.Standing.Given;
import fr.gouv.workinfrance.employer.mandate.Standing.Way;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import java.time.Instant;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;

/// The document of a mandate lasts and can be read aloud, like every other official document.
@WifTest
class MandateDeedsTest {

    private static final Instant NOW = Instant.parse("2026-11-23T10:15:00Z");
    private static final Given GIVEN =
            new Given(
                    NOW,
                    Way.ONLINE,
                    UUID.randomUUID(),
                    "Anne Le Goff",
                    "gérante",
                    LocalDate.parse("2026-11-23"),
                    true);

    @Autowired MandateDeeds deeds;

    @Test
    void ready_to_be_signed_by_hand_it_conforms() throws Exception {
        byte[] pdf = deeds.toSign(mandate(new Drafted())).bytes();
        assertConforms(pdf);
        assertThat(text(pdf)).contains("Boulangerie des Lices", "Nguyễn Thị Ánh Tuyết");
    }

    @Test
    void accepted_here_and_sealed_it_conforms_still() throws Exception {
        Mandate mandate = mandate(GIVEN);
        Rendered accepted = deeds.accepted(mandate, GIVEN);
        assertConforms(accepted.bytes());
        byte[] sealed = deeds.sealed(accepted, mandate);
        assertConforms(sealed);
        assertThat(text(sealed)).contains("Anne Le Goff");
    }

    private static Mandate mandate(Standing standing) {
        return new Mandate(
                new MandateId(UUID.randomUUID()),
                new Giver("Boulangerie des Lices", "732829320", UUID.randomUUID()),
                new Holder("Nguyễn Thị Ánh Tuyết", "Lycée Жорж Санд", UUID.randomUUID()),
                new Reach.Requests(
                        null, Set.of("73282932000074", "73282932000082"), "les demandes"),
                EnumSet.allOf(Power.class),
                LocalDate.parse("2026-11-23"),
                LocalDate.parse("2027-11-22"),
                standing,
                NOW,
                null);
    }

    private static String text(byte[] pdf) throws Exception {
        try (PDDocument read = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(read);
        }
    }
}
