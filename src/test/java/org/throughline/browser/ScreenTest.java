package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.TimeoutError;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.WaitForSelectorState;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInfo;
import org.junit.jupiter.api.TestInstance;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A test that looks at screens: the application on ports of its own, a fresh desk a test, and a picture of its end. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
abstract class ScreenTest {

    private static final int PATIENCE = 20_000;
    private static final int LOGIN_ATTEMPTS = 6;

    final TestBrowser browser = TestBrowser.open();
    Page page = browser.desk();

    @LocalServerPort
    int port;

    @BeforeAll
    void beginWithPatience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @BeforeEach
    void openADesk() {
        if (page.isClosed()) {
            page = browser.desk();
        }
    }

    @AfterEach
    void leaveTheDesk(TestInfo test) {
        photograph("last-" + test.getTestMethod().orElseThrow().getName());
        browser.close(page);
    }

    @AfterAll
    void closeTheBrowser() {
        browser.close();
    }

    /** Logs a person of the practice agency in to a web application of the engine. */
    void login(String application, String user) {
        // The page draws its form anew once it has learned that nobody is logged in; wait for that answer.
        page.waitForResponse(
                response -> response.url().contains("/auth/user/"),
                () -> page.navigate("http://localhost:" + port + "/operaton/app/" + application + "/default/"));
        for (int attempt = 1; attempt < LOGIN_ATTEMPTS && !loggedIn(user); attempt++) {
            photograph("login-" + user + "-" + attempt);
        }
        assertThat(page.getByPlaceholder("Password")).hasCount(0);
    }

    /** Fills the form as a person would, who fills it again when the page has drawn it anew in the middle. */
    private boolean loggedIn(String user) {
        try {
            page.getByPlaceholder("Username").fill(user);
            page.getByPlaceholder("Password").fill(user);
            press(page.locator("button[type=submit]"));
            page.getByPlaceholder("Password")
                    .waitFor(new Locator.WaitForOptions()
                            .setState(WaitForSelectorState.DETACHED)
                            .setTimeout(PATIENCE / 4.0));
            return true;
        } catch (TimeoutError formDrawnAnew) {
            return page.getByPlaceholder("Password").count() == 0;
        }
    }

    /** As the page's own event: the browsers of some machines drop synthetic mouse input in a sandboxed page. */
    static void press(Locator element) {
        element.dispatchEvent("click");
    }

    void photograph(String name) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(Path.of("target", "screens", name + ".png"))
                .setFullPage(true));
    }
}
