package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.FilePayload;
import com.microsoft.playwright.options.LoadState;

import fr.gouv.workinfrance.Queue;
import fr.gouv.workinfrance.mail.Mailbox;
import fr.gouv.workinfrance.procedure.Field;
import fr.gouv.workinfrance.procedure.FieldType;
import fr.gouv.workinfrance.procedure.Option;
import fr.gouv.workinfrance.procedure.Parsed;
import fr.gouv.workinfrance.procedure.Place;
import fr.gouv.workinfrance.procedure.Section;
import fr.gouv.workinfrance.procedure.Version;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

import javax.imageio.ImageIO;

/// Someone at a browser, with a mailbox: does what a person would, and looks at each page.
record Person(Tab tab, String email, Mailbox mailbox, Queue queue) {

    private static final Pattern CODE = Pattern.compile("\\b\\d{6}\\b");
    private static final Pattern LINK = Pattern.compile("/invitation/\\S+");

    /// Someone whom the house does not know yet.
    static Person someone(Tab tab, String name, Mailbox mailbox, Queue queue) {
        return new Person(tab, name + "-" + UUID.randomUUID() + "@exemple.fr", mailbox, queue);
    }

    Page page() {
        return tab.page();
    }

    /// Goes where a link or a button leads, and looks at what comes.
    void follow(String selector) {
        page().click(selector);
        tab.isSound();
    }

    void open(String path) {
        tab.go(path);
        tab.isSound();
    }

    /// What stands on the page; a space that breaks no line is a space.
    String reads() {
        return page().locator("main").innerText().replace('\u00a0', ' ');
    }

    /// Signs in on the page of the sign-in, by the code that comes by e-mail.
    void signIn() {
        tab.isSound();
        // on a clock that stands, letters leave in no order: those that wait go before the code
        queue.runDue();
        page().fill("#email", email);
        follow("main button[type=submit]");
        queue.runDue();
        page().fill("#code", found(CODE));
        follow("main button[type=submit]");
    }

    /// The address in the invitation that came last.
    String invited() {
        queue.runDue();
        return found(LINK);
    }

    private String found(Pattern wanted) {
        Matcher matcher = wanted.matcher(mailbox.to(email).getLast().text());
        assertThat(matcher.find()).as("%s in the last letter", wanted).isTrue();
        return matcher.group();
    }

    /// Fills the form from the page where he is to the documents, with the catalogue's examples.
    void fill(Version version) {
        Set<String> asked = new HashSet<>();
        while (page().url().contains("/formulaire/")) {
            tab.isSound();
            String id = page().url().replaceAll(".*/formulaire/|#.*", "");
            Section section = version.section(id).orElseThrow();
            section.fields().forEach(this::answer);
            // what was left is being kept: a page that is left too early would cut it
            page().keyboard().press("Tab");
            page().waitForLoadState(LoadState.NETWORKIDLE);
            page().click("main button[type=submit]");
            // the same page comes back once, with the questions that its answers brought about
            assertThat(page().url().matches(".*/" + id + "(#.*)?") && !asked.add(id)).isFalse();
        }
        tab.isSound();
    }

    private void answer(Field field) {
        String example = field.example();
        if (example == null || page().locator("[name='" + field.id() + "']").count() == 0) {
            return;
        }
        Locator list = page().locator("select[name='" + field.id() + "']");
        Locator text = page().locator("[id='" + field.id() + "']");
        if (measured(field)) {
            String[] words = example.split(" (heures|euros) ");
            text.fill(words[0]);
            page().locator("[id='" + field.id() + ".per']")
                    .selectOption(
                            new com.microsoft.playwright.options.SelectOption().setLabel(words[1]));
        } else if (field.type() instanceof Place.Address) {
            List<String> parts = Place.Address.parts(example);
            text.fill(parts.get(0));
            page().locator("[id='" + field.id() + ".postcode']").fill(parts.get(1));
            page().locator("[id='" + field.id() + ".city']").fill(parts.get(2));
        } else if (list.count() == 1) {
            list.selectOption(example);
        } else if (!field.options().isEmpty()) {
            page().click("label[for='" + field.id() + "-" + option(field, example) + "']");
        } else {
            text.fill(example);
        }
    }

    private static boolean measured(Field field) {
        return field.type() instanceof FieldType.Money || field.type() instanceof FieldType.Hours;
    }

    private static String option(Field field, String example) {
        Parsed wanted = field.type().parse(example, Locale.FRENCH);
        return field.options().stream()
                .map(Option::value)
                .filter(
                        value ->
                                kept(field.type().parse(value, Locale.FRENCH)).equals(kept(wanted)))
                .findFirst()
                .orElseThrow();
    }

    private static Object kept(Parsed parsed) {
        return ((Parsed.Value) parsed).canonical();
    }

    /// Sends a photograph as a document asked for.
    void join(String piece, String name) {
        join(piece, name, photograph());
    }

    void join(String piece, String name, byte[] image) {
        page().setInputFiles("#file-" + piece, new FilePayload(name, "image/png", image));
        page().click("form:has(#file-" + piece + ") button[type=submit]");
        // among what is joined, once it has arrived
        page().locator("a:has-text('" + name + "')").first().waitFor();
        tab.isSound();
    }

    static byte[] photograph() {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ImageIO.write(new BufferedImage(600, 800, BufferedImage.TYPE_INT_RGB), "png", out);
            return out.toByteArray();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
