package org.throughline.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.FilePayload;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.throughline.sandbox.mail.MailServerPorts;

/** A client with a keyboard only, on a telephone and at a desk: asks, sees the number, gets a code, sees the status. */
@SpringBootTest(
        webEnvironment = SpringBootTest.WebEnvironment.DEFINED_PORT,
        properties = {"throughline.sandbox.morning-mail=false"})
class PortalIT extends ScreenTest {

    private static final int MOST_TABS = 40;
    private static final int PATIENCE = 120_000;
    private static final Pattern CODE = Pattern.compile("(?m)^(\\d{6})\\s*$");

    private static final String PLAIN_FORM =
            "submissionId=0123456789abcdef0123&text=Please+add+a+trailer&name=Luis+Marin&email=lmarin%40marinframing.example";

    private final HttpClient http = HttpClient.newHttpClient();
    private final JdbcClient jdbc;
    private final MailServerPorts mail;

    @Autowired
    PortalIT(JdbcClient jdbc, MailServerPorts mail) {
        this.jdbc = jdbc;
        this.mail = mail;
    }

    @Override
    @BeforeAll
    void beginWithPatience() {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE);
    }

    @ParameterizedTest
    @CsvSource({"375, denise@okaforplumbing.example", "1280, emeka@okaforplumbing.example"})
    void asksAndFollowsWithTheKeyboardAlone(int width, String email) throws Exception {
        page.setViewportSize(width, 800);
        page.onFileChooser(chooser -> chooser.setFiles(
                new FilePayload("contract <i>.txt", "text/plain", "Westlake".getBytes(StandardCharsets.UTF_8))));
        open("/portal");
        photograph("portal-form-" + width);

        tabTo("text");
        page.keyboard()
                .type("Please <b>send</b> a certificate of insurance to Westlake Builders, 900 Commerce Pl, Raleigh NC"
                        + " 27601.");
        tabTo("kind");
        page.keyboard().type("Cert");
        tabTo("policyNumber");
        page.keyboard().type("BMC-GL-0448213");
        tabTo("files");
        page.keyboard().press("Enter");
        assertThat(page.locator("#file-list")).containsText("contract <i>.txt");
        tabTo("name");
        page.keyboard().type("Denise Okafor");
        tabTo("email");
        page.keyboard().type(email);
        assertFitsTheWidth();
        photograph("portal-filled-" + width);
        tabTo("send");
        page.keyboard().press("Enter");

        assertThat(page.locator(".numbers")).containsText("SR-");
        photograph("portal-sent-" + width);
        assertFitsTheWidth();
        String number = page.locator(".numbers li").first().textContent();
        String item = page.locator("#progress").getAttribute("data-item");
        assertThat(flagsOf(item)).contains("UNVERIFIED_SENDER");

        open("/portal/status");
        photograph("portal-find-" + width);
        tabTo("number");
        page.keyboard().type(number.toLowerCase(Locale.ROOT));
        tabTo("email");
        page.keyboard().type(email);
        page.keyboard().press("Enter");
        assertThat(page.locator("h1")).hasText("Enter the code");
        photograph("portal-code-" + width);
        tabTo("code");
        page.keyboard().type("000000");
        page.keyboard().press("Enter");
        assertThat(page.locator("#problems")).isFocused();
        assertThat(page.locator("#code-error")).containsText("not the code");
        String text = mail(email, "is your code").orElseThrow();
        Matcher code = CODE.matcher(text);
        assertThat(code.find()).as(text).isTrue();
        tabTo("code");
        page.keyboard().type(code.group(1));
        page.keyboard().press("Enter");

        assertThat(page.locator("h1")).hasText("Request " + number);
        assertThat(page.locator("main")).containsText("Please <b>send</b> a certificate");
        assertThat(page.locator(".panel h2")).not().isEmpty();
        assertFitsTheWidth();
        photograph("portal-status-" + width);
        // What needs a person is acknowledged when nobody has answered it for a minute.
        assertThat(mail(email, number).orElseThrow()).contains("no coverage has been added or changed");
    }

    @Test
    void saysWhatIsMissingAndLeadsToIt() {
        page.setViewportSize(360, 740);
        open("/portal");

        tabTo("send");
        page.keyboard().press("Enter");

        assertThat(page.locator("#problems")).isFocused();
        assertThat(page.locator("#problems a")).hasCount(3);
        photograph("portal-problems-360");
        assertFitsTheWidth();
        page.keyboard().press("Tab");
        page.keyboard().press("Enter");
        assertThat(page.locator("#text")).isFocused();
        assertThat(page.locator("#text")).hasAttribute("aria-invalid", "true");
    }

    @Test
    void runsNothingThatThePagesPolicyForbids() {
        AtomicReference<String> complaint = new AtomicReference<>("");
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaint.set(message.text());
            }
        });

        open("/portal");
        open("/portal/status?number=%22%3E%3Cscript%3Ealert(1)%3C/script%3E");

        assertThat(page.locator("#number")).hasValue("\"><script>alert(1)</script>");
        assertThat(complaint.get()).isEmpty();
    }

    @Test
    void takesAPlainFormOnceHoweverOftenItIsSent() throws Exception {
        HttpResponse<String> first = post("/portal", PLAIN_FORM, Map.of());
        HttpResponse<String> second = post("/portal", PLAIN_FORM, Map.of());
        HttpResponse<String> changed = post("/portal", PLAIN_FORM.replace("trailer", "boat"), Map.of());

        assertThat(first.statusCode()).isEqualTo(303);
        String location = first.headers().firstValue("Location").orElseThrow();
        assertThat(location).startsWith("/portal/sent/IN-");
        assertThat(second.headers().firstValue("Location")).contains(location);
        assertThat(changed.headers().firstValue("Location").orElseThrow()).isNotEqualTo(location);
        String cookie = first.headers().firstValue("Set-Cookie").orElseThrow();
        assertThat(cookie).contains("HttpOnly", "SameSite=Strict", "Path=/portal");
        assertThat(get(location, cookie.substring(0, cookie.indexOf(';'))).statusCode())
                .isEqualTo(200);
        assertThat(get(location, "").statusCode()).isEqualTo(404);
        assertThat(get(location + "/progress", "").statusCode()).isEqualTo(404);
    }

    @Test
    void refusesAFormThatAnotherSiteSends() throws Exception {
        assertThat(post("/portal", PLAIN_FORM, Map.of("Origin", "https://elsewhere.example"))
                        .statusCode())
                .isEqualTo(403);
        assertThat(post("/portal/status", "number=SR-2026-000001", Map.of("Sec-Fetch-Site", "cross-site"))
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void answersTheSameWhetherThereIsSuchARequestOrNot() throws Exception {
        HttpResponse<String> answer =
                post("/portal/status", "number=SR-1999-000001&email=nobody%40elsewhere.example", Map.of());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).contains("If SR-1999-000001 was sent to us from nobody@elsewhere.example");
        assertThat(answer.headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy ->
                        assertThat(policy).startsWith("default-src 'none'").doesNotContain("unsafe"));
    }

    private HttpResponse<String> post(String path, String form, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(form));
        headers.forEach(request::header);
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
        if (!cookie.isEmpty()) {
            request.header("Cookie", cookie);
        }
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private void open(String path) {
        page.navigate("http://localhost:" + port + path);
        page.waitForLoadState();
    }

    private void tabTo(String id) {
        for (int i = 0; i < MOST_TABS; i++) {
            page.keyboard().press("Tab");
            if (id.equals(page.evaluate("document.activeElement.id"))) {
                return;
            }
        }
        throw new AssertionError("The keyboard does not reach #" + id);
    }

    private void assertFitsTheWidth() {
        assertThat(page.evaluate("document.documentElement.scrollWidth <= document.documentElement.clientWidth"))
                .isEqualTo(true);
    }

    private String flagsOf(String item) {
        return jdbc.sql("select flags from inbound_item where id = ?")
                .param(item)
                .query(String.class)
                .single();
    }

    /** The text of the newest mail with these words in its subject, as soon as it is there. */
    private Optional<String> mail(String address, String words) throws MessagingException, IOException {
        long end = System.nanoTime() + PATIENCE * 1_000_000L;
        Optional<String> found = lookFor(address, words);
        while (found.isEmpty() && System.nanoTime() < end) {
            page.waitForTimeout(250);
            found = lookFor(address, words);
        }
        return found;
    }

    private Optional<String> lookFor(String address, String words) throws MessagingException, IOException {
        try (Store store = Session.getInstance(new Properties()).getStore("imap")) {
            store.connect("localhost", mail.imap(), address, address);
            try (Folder inbox = store.getFolder("INBOX")) {
                inbox.open(Folder.READ_ONLY);
                Message[] messages = inbox.getMessages();
                for (int i = messages.length - 1; i >= 0; i--) {
                    if (String.valueOf(messages[i].getSubject()).contains(words)) {
                        return Optional.of(String.valueOf(messages[i].getContent()));
                    }
                }
                return Optional.empty();
            }
        }
    }
}
