package org.throughline.ams.epic;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.ams.AmsChannel;
import org.throughline.platform.ledger.DocumentContent;
import org.throughline.platform.vendor.VendorClients;

/**
 * The contract against the vendor's own test system. Wants the system properties {@code epic.base-url}, {@code
 * epic.consumer-key}, {@code epic.consumer-secret}, {@code epic.agency-id}, {@code epic.branch-id} and {@code
 * epic.client-id}; {@code epic.token-style}, {@code epic.owner}, {@code epic.note-code} and {@code epic.task-code} where
 * the defaults do not fit. Writes a note, a task and a document to that client.
 */
@Tag("vendor-sandbox")
class EpicSandboxTest extends EpicContract {

    private static final List<String> NEEDED = List.of(
            "epic.base-url",
            "epic.consumer-key",
            "epic.consumer-secret",
            "epic.agency-id",
            "epic.branch-id",
            "epic.client-id");

    private AmsChannel channel;
    private EpicClients clients;
    private EpicPolicies policies;

    @BeforeEach
    void connect() {
        NEEDED.forEach(name -> assumeTrue(
                System.getProperty(name) != null,
                "Skipped: no Applied Epic to test against, because system property " + name + " is not set"));
        EpicProperties properties = new EpicProperties(
                URI.create(System.getProperty("epic.base-url")),
                null,
                EpicProperties.TokenStyle.valueOf(System.getProperty("epic.token-style", "BASIC")),
                System.getProperty("epic.consumer-key"),
                System.getProperty("epic.consumer-secret"),
                "api.myappliedproducts.com/epic",
                null,
                System.getProperty("epic.agency-id"),
                System.getProperty("epic.branch-id"),
                System.getProperty("epic.note-code", "NOTE"),
                System.getProperty("epic.task-code", "TASK"),
                System.getProperty("epic.owner"),
                null,
                null,
                Duration.ofHours(1),
                Map.of(),
                Map.of(),
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3));
        Clock clock = Clock.systemUTC();
        VendorClients vendors = new VendorClients(new MockEnvironment(), clock);
        EpicApi api = new EpicConfiguration().epicApi(vendors, properties, clock);
        EpicLookups lookups = new EpicLookups(api, properties, clock);
        EpicActivities activities = new EpicActivities(api, lookups, properties);
        DocumentContent content = id -> new DocumentContent.Content("certificate.pdf", "application/pdf", PDF);
        clients = new EpicClients(api);
        policies = new EpicPolicies(api, lookups, properties);
        channel = new AmsChannel(
                List.of(
                        new EpicNotes(activities, lookups, properties),
                        new EpicTasks(activities, api, lookups, properties, clock, EpicWireTest.agency()),
                        new EpicDocuments(api, new EpicUploads(vendors, properties), properties, content)),
                new ObjectMapper().findAndRegisterModules());
    }

    @Override
    AmsChannel channel() {
        return channel;
    }

    @Override
    EpicClients clients() {
        return clients;
    }

    @Override
    EpicPolicies policies() {
        return policies;
    }

    @Override
    String clientId() {
        return System.getProperty("epic.client-id");
    }
}
