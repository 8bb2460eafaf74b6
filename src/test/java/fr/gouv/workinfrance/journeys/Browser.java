package fr.gouv.workinfrance.journeys;

import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserType.LaunchOptions;
import com.microsoft.playwright.Playwright;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/// The browser of a journey: the Chromium that `.ci/program` found. One thread alone may use it.
///
/// ```java
/// @AutoClose static final Browser browser = Browser.open();
///
/// Tab employer = browser.tab(port, 1440);
/// employer.go("/demarches");
/// employer.page().click("text=Commencer");
/// employer.isSound();
/// ```
final class Browser implements AutoCloseable {

    private static final Path FOUND = Path.of("target", "chromium");
    private static final int HEIGHT = 900;

    /// Chromium refuses to run as root in its sandbox, and calls its maker unless told not to.
    private static final List<String> FLAGS =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    private Browser(Playwright playwright, Path executable) {
        boolean root = System.getProperty("user.name").equals("root");
        this.playwright = playwright;
        this.chromium =
                playwright
                        .chromium()
                        .launch(
                                new LaunchOptions()
                                        .setExecutablePath(executable)
                                        .setChromiumSandbox(!root)
                                        .setArgs(root ? FLAGS : FLAGS.subList(1, FLAGS.size())));
    }

    static Browser open() {
        try {
            Path executable = Path.of(Files.readString(FOUND).strip());
            return new Browser(
                    Playwright.create(
                            new Playwright.CreateOptions()
                                    .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1"))),
                    executable);
        } catch (IOException e) {
            throw new UncheckedIOException(
                    "no Chromium known: mvn process-test-classes finds it", e);
        }
    }

    /// A visitor of the service that listens on this port: with no cookie, in a window this wide.
    Tab tab(int port, int width) {
        return tab(port, width, true);
    }

    /// A visitor whose browser runs no script.
    Tab tabWithoutJavaScript(int port, int width) {
        return tab(port, width, false);
    }

    private Tab tab(int port, int width, boolean scripts) {
        return new Tab(
                chromium.newContext(
                        new NewContextOptions()
                                .setBaseURL("http://localhost:" + port)
                                .setLocale("fr-FR")
                                .setTimezoneId("Europe/Paris")
                                .setJavaScriptEnabled(scripts)
                                .setViewportSize(width, HEIGHT)),
                scripts);
    }

    @Override
    public void close() {
        playwright.close();
    }
}
