package org.throughline.browser;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assumptions;

/**
 * The Chromium of this machine. It is looked for at the system property {@code throughline.test.chromium}, the
 * environment variable {@code CHROMIUM} and the usual places. Without one the test is skipped, except where the
 * environment says {@code CI=true}: there it fails.
 */
final class TestBrowser implements AutoCloseable {

    private static final List<String> USUAL_PLACES = List.of(
            "/usr/bin/chromium",
            "/usr/bin/chromium-browser",
            "/usr/bin/google-chrome",
            "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
            "C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe");

    private static final List<String> FLAGS = List.of(
            "--headless",
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync");

    private final Playwright playwright;
    private final Path chromium;

    private TestBrowser(Path chromium) {
        this.chromium = chromium;
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
    }

    /** The browser, or a skipped test where there is none and nobody insists. */
    static TestBrowser open() {
        Optional<Path> chromium = find();
        if (chromium.isEmpty()) {
            String advice = "No Chromium was found. Install it, or name it with -Dthroughline.test.chromium=…";
            if ("true".equals(System.getenv("CI"))) {
                throw new IllegalStateException(advice);
            }
            Assumptions.abort(advice);
        }
        return new TestBrowser(chromium.orElseThrow());
    }

    /** A fresh browser profile, as another person at another desk; closed with {@link #close(Page)}. */
    Page desk() {
        try {
            BrowserContext context = playwright
                    .chromium()
                    .launchPersistentContext(
                            Files.createTempDirectory("throughline-browser"),
                            new BrowserType.LaunchPersistentContextOptions()
                                    .setExecutablePath(chromium)
                                    .setArgs(FLAGS)
                                    .setViewportSize(1500, 1000));
            return context.pages().get(0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void close(Page page) {
        page.context().close();
    }

    private static Optional<Path> find() {
        @Nullable String property = System.getProperty("throughline.test.chromium");
        @Nullable String variable = System.getenv("CHROMIUM");
        return Stream.concat(Stream.of(named(property), named(variable)), USUAL_PLACES.stream())
                .filter(place -> !place.isEmpty())
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }

    private static String named(@Nullable String place) {
        return place == null ? "" : place.strip();
    }

    @Override
    public void close() {
        playwright.close();
    }
}
