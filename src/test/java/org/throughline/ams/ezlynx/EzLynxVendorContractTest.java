package org.throughline.ams.ezlynx;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.throughline.ams.AmsChannel;
import org.throughline.ams.AmsClients;
import org.throughline.ams.AmsPolicies;
import org.throughline.platform.ledger.DocumentContent;

/**
 * The contract against the vendor's own test system. Runs where these system properties are set: {@code
 * ezlynx.classic-base-url, ezlynx.gateway-base-url, ezlynx.user, ezlynx.password, ezlynx.app-secret,
 * ezlynx.account-username, ezlynx.client-id, ezlynx.client-secret, ezlynx.integration-group-id, ezlynx.organization-id}
 * and {@code ezlynx.applicant-id}, an applicant with policies that may be written to.
 */
@Tag("vendor")
class EzLynxVendorContractTest extends EzLynxContract {

    private static final List<String> NEEDED = List.of(
            "classic-base-url",
            "gateway-base-url",
            "user",
            "password",
            "app-secret",
            "account-username",
            "client-id",
            "client-secret",
            "integration-group-id",
            "organization-id",
            "applicant-id");

    private @Nullable EzLynxWiring wiring;

    @BeforeEach
    void connect() {
        List<String> missing = NEEDED.stream()
                .filter(name -> given(name).isBlank())
                .map(name -> "ezlynx." + name)
                .toList();
        assumeTrue(missing.isEmpty(), () -> "Not run against EZLynx itself: set " + String.join(", ", missing));
        wiring = new EzLynxWiring(
                properties(),
                Clock.systemUTC(),
                id -> new DocumentContent.Content(
                        "certificate.pdf", "application/pdf", DOCUMENT.getBytes(StandardCharsets.US_ASCII)));
    }

    @AfterEach
    void end() {
        if (wiring != null) {
            wiring.close();
        }
    }

    private static EzLynxProperties properties() {
        return new EzLynxProperties(
                URI.create(given("classic-base-url")),
                URI.create(given("gateway-base-url")),
                given("user"),
                given("password"),
                given("app-secret"),
                given("account-username"),
                given("client-id"),
                given("client-secret"),
                System.getProperty("ezlynx.scope", "DiscussionApi EzLynxApi openid PolicyApi"),
                given("integration-group-id"),
                given("organization-id"),
                List.of(),
                Map.of(),
                100,
                Duration.ofHours(1),
                4,
                10,
                "",
                Duration.ofSeconds(10),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
    }

    private static String given(String name) {
        return System.getProperty("ezlynx." + name, "");
    }

    @Override
    AmsClients clients() {
        return Objects.requireNonNull(wiring).clients;
    }

    @Override
    AmsPolicies policies() {
        return Objects.requireNonNull(wiring).policies;
    }

    @Override
    AmsChannel channel() {
        return Objects.requireNonNull(wiring).channel;
    }

    @Override
    String applicantId() {
        return given("applicant-id");
    }

    @Override
    String freshRequest() {
        return "SR-2000-" + ThreadLocalRandom.current().nextInt(100_000_000, 1_000_000_000);
    }
}
