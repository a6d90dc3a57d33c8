package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.AriaRole;
import com.microsoft.playwright.options.FilePayload;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.context.SpringBootTest;

/** The page "Exchange" in a real browser: a file in on trial and for good, lists out, a webhook and its messages. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {
            "throughline.sandbox.morning-mail=false",
            "operaton.bpm.job-execution.enabled=false",
            "throughline.webhooks.look-interval=300ms"
        })
class ExchangeScreenIT extends ScreenTest {

    private static final String CLIENTS = """
            Customer No,Company,ST,E-mail,Shoe size
            K-1,<b>Kestrel</b> Roofing LLC,TX,office@kestrel.example,9
            K-2,Lark Bakery,Texass,office@lark.example,8
            """;

    private final AtomicInteger answer = new AtomicInteger(503);
    private HttpServer crm;

    @BeforeAll
    void startTheCrm() throws IOException {
        crm = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        crm.createContext("/hook", call -> {
            call.getRequestBody().readAllBytes();
            call.sendResponseHeaders(answer.get(), -1);
            call.close();
        });
        crm.start();
    }

    @AfterAll
    void stopTheCrm() {
        crm.stop(0);
    }

    @Test
    void aFileIsTriedReadAndTakenAndComesOutAgain() throws IOException {
        openThePage();
        press(page.locator("summary").first());
        assertThat(page.locator("details.exchange-card table")).containsText("Client number");

        page.locator("input[type=file]")
                .setInputFiles(new FilePayload("k.csv", "text/csv", CLIENTS.getBytes(StandardCharsets.UTF_8)));
        press(page.getByText("Check the file"));
        assertThat(page.locator(".exchange-result h2")).hasText("What the import would do");
        assertThat(figure("added")).containsText("1 added");
        assertThat(figure("refused")).containsText("1 refused");
        assertThat(page.locator(".exchange-table.problems tbody tr")).hasCount(1);
        assertThat(page.locator(".exchange-table.problems")).containsText("This is no state.");
        assertThat(page.locator(".exchange-table.columns")).containsText("Shoe size");
        assertThat(page.getByText("1 column not recognized")).isVisible();
        photograph("exchange-trial");

        press(page.getByText("Import 1 row", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".exchange-message")).containsText("Imported: 1 added, 0 changed");
        assertThat(page.locator(".exchange-result h2")).hasText("What the import did");
        photograph("exchange-imported");

        press(tab("Export"));
        field("Client").fill("kestrel");
        Download download = page.waitForDownload(
                () -> press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Clients as CSV"))));
        assertThat(Files.readString(download.path())).contains("K-1,<b>Kestrel</b> Roofing LLC");
        photograph("exchange-export");
    }

    @Test
    void aMappingIsMadeAndUsed() {
        openThePage();
        assertThat(page.getByText("There is no mapping yet")).isVisible();
        press(page.getByText("Add a mapping"));
        field("Name").fill("erp");
        Locator row = page.locator(".exchange-table tbody tr").first();
        row.locator("input").first().fill("Firma");
        row.locator("select").selectOption("name");
        press(page.getByText("Save", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".exchange-message")).containsText("The mapping erp is saved.");
        assertThat(page.locator(".exchange-card").last()).containsText("Firma → name");
        photograph("exchange-mapping");

        field("Mapping").selectOption("erp");
        page.locator("input[type=file]")
                .setInputFiles(new FilePayload(
                        "m.csv", "text/csv", "Firma;ST\nMartin GmbH;TX\n".getBytes(StandardCharsets.UTF_8)));
        press(page.getByText("Check the file"));
        assertThat(figure("added")).containsText("1 added");
    }

    @Test
    void aWebhookIsAddedTriedAndItsMessageSentAgain() {
        openThePage();
        press(tab("Webhooks"));
        assertThat(page.locator(".exchange-empty")).containsText("Nobody is told yet.");
        press(page.getByText("Add a webhook", new Page.GetByTextOptions().setExact(true)));
        field("Address").fill("ftp://crm.example/");
        press(page.getByText("Save", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".exchange-message.bad")).containsText("must begin with https://");

        field("Address").fill("http://127.0.0.1:" + crm.getAddress().getPort() + "/hook");
        field("Name").fill("CRM");
        press(page.getByText("Save", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".exchange-secret")).containsText("whsec_");
        photograph("exchange-secret");
        press(page.getByText("I have it"));
        assertThat(page.locator("tr[data-webhook]")).hasCount(1);
        assertThat(page.locator("tr[data-webhook]")).containsText("Request opened");
        assertThat(page.locator("tr[data-webhook]")).not().containsText("whsec_");
        photograph("exchange-webhooks");

        press(page.getByRole(AriaRole.BUTTON, new Page.GetByRoleOptions().setName("Test CRM")));
        Locator message = page.locator("tr[data-message]");
        assertThat(message).hasCount(1);
        showUntil(message, "The receiver answered 503.");
        assertThat(message).containsText("pending");
        photograph("exchange-retry");

        answer.set(204);
        showUntil(message, "It arrived.");
        press(message.getByText("Send again"));
        assertThat(page.locator(".exchange-message")).containsText("It goes out in a moment");
        showUntil(message, "delivered");
        field("Status").selectOption("FAILED");
        press(page.getByText("Show", new Page.GetByTextOptions().setExact(true)));
        assertThat(page.locator(".exchange-empty")).containsText("No message fits.");
        photograph("exchange-messages");
    }

    @Test
    void theTabsAreWalkedByKeyAndOthersDoNotGetThePage() {
        openThePage();
        arrow("Import", "ArrowRight");
        assertThat(tab("Export")).hasAttribute("aria-selected", "true");
        arrow("Export", "ArrowLeft");
        arrow("Import", "ArrowLeft");
        assertThat(tab("Messages")).isFocused();
        assertThat(page.locator("tr[data-message], .exchange-empty").first()).isVisible();

        browser.close(page);
        page = browser.desk();
        login("cockpit", "analyst");
        assertThat(page.getByText("Learning").first()).isVisible();
        assertThat(page.locator("a[href='#/exchange']")).hasCount(0);
    }

    private void arrow(String from, String key) {
        tab(from).dispatchEvent("keydown", Map.of("key", key));
    }

    private void showUntil(Locator row, String words) {
        for (int look = 0;
                look < 40 && !String.valueOf(row.first().textContent()).contains(words);
                look++) {
            page.waitForTimeout(500);
            press(page.getByText("Show", new Page.GetByTextOptions().setExact(true)));
            assertThat(row.first()).isVisible();
        }
        assertThat(row.first()).containsText(words);
    }

    private void openThePage() {
        login("cockpit", "nora");
        press(page.locator("a[href='#/exchange']").first());
        assertThat(page.locator(".exchange-page h1")).hasText("Exchange");
        assertThat(page.locator("input[type=file]")).isVisible();
    }

    private Locator figure(String name) {
        return page.locator(".exchange-count[data-count='" + name + "']");
    }

    private Locator field(String label) {
        return page.locator("label.exchange-field:has(> span:text-is('" + label + "'))")
                .locator("input, select")
                .first();
    }

    private Locator tab(String name) {
        return page.getByRole(
                AriaRole.TAB, new Page.GetByRoleOptions().setName(name).setExact(true));
    }
}
