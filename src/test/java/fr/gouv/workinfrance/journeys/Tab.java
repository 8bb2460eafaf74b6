package fr.gouv.workinfrance.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// One visitor at the browser: the page that he sees, and all that went wrong in it.
final class Tab implements AutoCloseable {

    private final BrowserContext visitor;
    private final boolean scripts;
    private final Page page;
    private final List<String> troubles = new ArrayList<>();

    Tab(BrowserContext visitor, boolean scripts) {
        this.visitor = visitor;
        this.scripts = scripts;
        this.page = visitor.newPage();
        page.onPageError(error -> troubles.add("script: " + error));
        page.onRequestFailed(request -> troubles.add(request.failure() + " " + request.url()));
        page.onConsoleMessage(
                message -> {
                    // what is not loaded is told below, with its address
                    if (message.type().equals("error")
                            && !message.text().startsWith("Failed to load resource")) {
                        troubles.add("console: " + message.text());
                    }
                });
        page.onResponse(
                response -> {
                    if (response.status() >= 400 && !response.request().isNavigationRequest()) {
                        troubles.add(response.status() + " " + response.url());
                    }
                });
    }

    Page page() {
        return page;
    }

    void go(String path) {
        page.navigate(path);
    }

    /// Nothing is refused by the content security policy nor said on the console, nothing has to be
    /// scrolled sideways, and axe finds no violation (without scripts it cannot run).
    void isSound() {
        assertThat(troubles).as("told by the browser at %s", page.url()).isEmpty();
        isWithinItsWindow();
        if (scripts) {
            assertThat(violations()).as("axe at %s", page.url()).isEmpty();
        }
    }

    /// What went wrong so far, which is then forgotten: for tests that make something go wrong.
    List<String> troubles() {
        List<String> told = List.copyOf(troubles);
        troubles.clear();
        return told;
    }

    void isWithinItsWindow() {
        assertThat(overflow()).as("wider than its window: %s", page.url()).isEmpty();
    }

    private List<?> overflow() {
        return (List<?>)
                page.evaluate(
                        """
                        () => {
                            const width = document.documentElement.clientWidth;
                            return document.documentElement.scrollWidth <= width ? []
                                : [...document.querySelectorAll("body *")]
                                    .filter(e => e.getBoundingClientRect().right > width)
                                    .map(e => e.tagName + "." + e.className);
                        }
                        """);
    }

    private List<String> violations() {
        // in one page alone: the other mode opens a second one for each analysis
        return new AxeBuilder(page)
                .setLegacyMode(true).analyze().getViolations().stream().map(Tab::told).toList();
    }

    private static String told(Rule rule) {
        return rule.getId()
                + ": "
                + rule.getHelp()
                + rule.getNodes().stream()
                        .map(CheckedNode::getHtml)
                        .collect(Collectors.joining("\n    ", "\n    ", ""));
    }

    @Override
    public void close() {
        visitor.close();
    }
}
