package fr.gouv.workinfrance.site;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import fr.gouv.workinfrance.PdfText;
import fr.gouv.workinfrance.Requests;
import fr.gouv.workinfrance.SettableClock;
import fr.gouv.workinfrance.WifTest;
import fr.gouv.workinfrance.access.Account;
import fr.gouv.workinfrance.access.SignedIn;
import fr.gouv.workinfrance.document.DocumentId;
import fr.gouv.workinfrance.document.Documents;
import fr.gouv.workinfrance.document.Reception;
import fr.gouv.workinfrance.dossier.Dossier;
import fr.gouv.workinfrance.dossier.Dossiers;
import fr.gouv.workinfrance.dossier.Drafts;
import fr.gouv.workinfrance.journal.Journal;
import fr.gouv.workinfrance.procedure.Part;

import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;

import javax.imageio.ImageIO;

/// What people joined, as it is shown: advice beside it, its pages, the mark across, one PDF of
/// several photographs.
@WifTest
class PaperPagesTest {

    @Autowired MockMvcTester mvc;
    @Autowired Requests requests;
    @Autowired Drafts drafts;
    @Autowired Dossiers dossiers;
    @Autowired Documents documents;
    @Autowired Journal journal;
    @Autowired SettableClock clock;

    Account employer;
    Account worker;
    Account caseworker;
    Dossier dossier;

    @BeforeEach
    void filled() {
        clock.set(SettableClock.START);
        employer = requests.someone("employeur");
        worker = requests.someone("etudiante");
        caseworker = requests.staff("caseworker", Requests.PREFECTURE);
        dossier = requests.filled(employer);
        requests.join(dossier.id(), Part.WORKER, worker);
    }

    @Test
    void advice_stands_beside_the_document_and_does_not_hold_the_deposit_back() {
        join("title", photograph(60, 40, Color.RED), worker);
        join("title", photograph(60, 40, Color.RED), worker);

        assertThat(get(at("/pieces"), worker))
                .hasStatusOk()
                .bodyText()
                .contains("Cette image est trop petite")
                .contains("Vous avez déjà joint ce même fichier")
                .doesNotContain("d’ordinaire 2 faces");
        requests.deposit(dossiers.dossier(dossier.id()), employer);
        assertThat(get("/instruction" + at(""), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Image très petite")
                .contains("Même fichier que plus haut");
    }

    @Test
    void a_side_that_is_missing_is_told_where_the_catalogue_counts_them() {
        join("title", photograph(800, 600, Color.RED), worker);

        assertThat(get(at("/pieces"), worker)).bodyText().contains("d’ordinaire 2 faces");
        join("title", photograph(800, 600, Color.BLUE), worker);
        assertThat(get(at("/pieces"), worker)).bodyText().doesNotContain("d’ordinaire 2 faces");
    }

    @Test
    void once_nothing_can_be_mended_what_was_given_is_read_and_nothing_more_can_be_sent() {
        DocumentId document = join("enrolment", photograph(800, 600, Color.RED), worker);
        requests.deposit(dossiers.dossier(dossier.id()), employer);
        dossiers.withdraw(dossier.id(), employer);

        assertThat(get(at("/pieces"), worker))
                .hasStatusOk()
                .bodyText()
                .contains("Ils ne peuvent plus être changés ici")
                .contains(at("/documents/" + document.value() + "/lecture"))
                .contains(at("/documents/" + document.value() + "\""))
                .doesNotContain("<form method=\"post\" action=\"" + at("/pieces"))
                .doesNotContain("/envois", "remplacer=", "upload.js");
        assertThat(get(at("/pieces"), employer))
                .as("nobody sees more than before")
                .bodyText()
                .doesNotContain(document.toString());
    }

    @Test
    void a_document_is_read_page_by_page_by_those_who_may_see_it_and_nobody_else() {
        DocumentId document = join("enrolment", photograph(800, 600, Color.RED), worker);
        String reading = at("/documents/" + document.value() + "/lecture");
        String sheet = at("/documents/" + document.value() + "/1");

        assertThat(get(reading + "?page=9", worker))
                .as("a page too far is the last one")
                .hasStatusOk()
                .bodyText()
                .contains(sheet + "?largeur=1400")
                .contains("alt=\"Page 1 sur 1 de")
                .contains("zoom=oui");
        assertThat(get(sheet, worker)).hasStatusOk().hasContentType(MediaType.IMAGE_JPEG);
        assertThat(width(get(sheet + "?largeur=240", worker))).isEqualTo(240);
        for (String page : List.of(reading, sheet, at("/documents/" + document.value()))) {
            assertThat(get(page, requests.someone("passant"))).hasStatus(HttpStatus.NOT_FOUND);
        }
        assertThat(get(at("/documents/" + document.value() + "/2"), worker))
                .hasStatus(HttpStatus.NOT_FOUND);
        assertThat(journal.of(dossier.id().subject()))
                .filteredOn(entry -> entry.act().equals("document.read"))
                .isNotEmpty()
                .allMatch(entry -> entry.actor().equals(worker.actor()));
    }

    @Test
    void an_identity_document_bears_a_mark_wherever_it_is_shown() throws IOException {
        byte[] sent = photograph(800, 600, Color.WHITE);
        String document = "/documents/" + join("title", sent, worker).value();
        String other = "/documents/" + join("enrolment", sent, worker).value();
        requests.deposit(dossiers.dossier(dossier.id()), employer);

        assertThat(dark(get(at(document + "/1"), worker))).isGreaterThan(2_000);
        assertThat(dark(get("/instruction" + at(document + "/1"), caseworker)))
                .isGreaterThan(2_000);
        assertThat(dark(get("/instruction" + at(other + "/1"), caseworker)))
                .as("what is no identity document bears none")
                .isLessThan(2_000);
        assertThat(get("/instruction" + at(document + "/lecture"), caseworker))
                .hasStatusOk()
                .bodyText()
                .contains("Votre nom, votre service et la date");
    }

    @Test
    void whoever_examines_takes_a_marked_copy_and_whoever_sent_it_has_it_back() throws IOException {
        byte[] sent = photograph(800, 600, Color.WHITE);
        String document = "/documents/" + join("title", sent, worker).value();
        requests.deposit(dossiers.dossier(dossier.id()), employer);

        MvcTestResult copy = get("/instruction" + at(document), caseworker);
        assertThat(copy)
                .hasStatusOk()
                .hasContentType(MediaType.APPLICATION_PDF)
                .hasHeader("X-Content-Type-Options", "nosniff");
        assertThat(copy.getResponse().getHeader(HttpHeaders.CONTENT_DISPOSITION))
                .startsWith("attachment");
        byte[] pdf = copy.getResponse().getContentAsByteArray();
        assertThat(PdfText.of(pdf)).as("drawn, not written").isBlank();
        try (PDDocument drawn = Loader.loadPDF(pdf)) {
            assertThat(drawn.getNumberOfPages()).isOne();
        }

        MvcTestResult own = get(at(document), worker);
        assertThat(own).hasStatusOk().hasContentType(MediaType.IMAGE_PNG);
        assertThat(own.getResponse().getContentAsByteArray()).isEqualTo(sent);
    }

    @Test
    void several_photographs_become_one_pdf_in_the_order_that_was_chosen() throws IOException {
        DocumentId recto = join("title", photograph(800, 600, Color.RED), worker);
        DocumentId verso = join("title", photograph(600, 800, Color.BLUE), worker);
        DocumentId apart = join("title", photograph(800, 600, Color.GREEN), worker);
        String page = at("/pieces/title/reunir");

        assertThat(get(at("/pieces"), worker)).bodyText().contains(page);
        assertThat(get(page, worker))
                .hasStatusOk()
                .bodyText()
                .contains(recto.value() + "," + verso.value() + "," + apart.value());
        assertThat(post(page, worker, recto.value().toString()))
                .as("one image is no bundle")
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
        assertThat(post(page, worker, verso.value() + "," + recto.value()))
                .hasStatus(HttpStatus.SEE_OTHER);

        List<DocumentId> joined = dossiers.dossier(dossier.id()).attachments().documents();
        assertThat(joined).hasSize(2).contains(apart).doesNotContain(recto, verso);
        byte[] pdf = documents.read(joined.getLast(), worker.actor(), dossier.id().subject());
        try (PDDocument bound = Loader.loadPDF(pdf)) {
            assertThat(bound.getNumberOfPages()).isEqualTo(2);
            assertThat(bound.getPage(0).getMediaBox().getHeight())
                    .as("the upright one is first")
                    .isGreaterThan(bound.getPage(0).getMediaBox().getWidth());
        }
        assertThat(journal.of(dossier.id().subject()))
                .filteredOn(entry -> entry.act().equals("ATTACH"))
                .last()
                .satisfies(
                        entry ->
                                assertThat(entry.facts())
                                        .containsEntry(
                                                "bound", verso.value() + "," + recto.value()));
    }

    @Test
    void nobody_binds_the_photographs_of_another() {
        join("title", photograph(800, 600, Color.RED), worker);
        DocumentId verso = join("title", photograph(800, 600, Color.BLUE), worker);
        String page = at("/pieces/title/reunir");

        assertThat(get(page, employer)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(page, employer, verso.value().toString())).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(get(at("/pieces/enrolment/reunir"), worker)).hasStatus(HttpStatus.NOT_FOUND);
        assertThat(post(page, worker, "../../etc,x")).hasStatus(HttpStatus.UNPROCESSABLE_CONTENT);
    }

    private DocumentId join(String piece, byte[] image, Account by) {
        Reception reception =
                documents.store(
                        new ByteArrayInputStream(image), "photo.png", image.length, by.actor());
        DocumentId document = ((Reception.Received) reception).document().id();
        drafts.attach(dossier.id(), piece, document, by);
        return document;
    }

    /// A sheet of one colour, with a bar on it so that it is not empty.
    private static byte[] photograph(int width, int height, Color colour) {
        BufferedImage image = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = image.createGraphics();
        graphics.setColor(colour);
        graphics.fillRect(0, 0, width, height);
        graphics.setColor(Color.BLACK);
        graphics.fillRect(width / 4, height / 2, width / 4, 4);
        graphics.dispose();
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try {
            ImageIO.write(image, "png", out);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    private static long dark(MvcTestResult result) throws IOException {
        assertThat(result).hasStatusOk();
        BufferedImage image = image(result);
        long dark = 0;
        for (int y = 0; y < image.getHeight(); y++) {
            for (int x = 0; x < image.getWidth(); x++) {
                if ((image.getRGB(x, y) >> 16 & 0xFF) < 200) {
                    dark++;
                }
            }
        }
        return dark;
    }

    private static int width(MvcTestResult result) {
        try {
            return image(result).getWidth();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static BufferedImage image(MvcTestResult result) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(result.getResponse().getContentAsByteArray()));
    }

    private String at(String rest) {
        return "/dossiers/" + dossier.reference() + rest;
    }

    private MvcTestResult get(String address, Account account) {
        return mvc.get().uri(address).with(SignedIn.as(account)).exchange();
    }

    private MvcTestResult post(String address, Account account, String order) {
        return mvc.post()
                .uri(address)
                .param("ordre", order)
                .with(csrf())
                .with(SignedIn.as(account))
                .exchange();
    }
}
