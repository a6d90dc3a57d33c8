package org.throughline.carrier.policychange;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.springframework.mock.env.MockEnvironment;
import org.throughline.carrier.CarrierConnection;
import org.throughline.carrier.CarrierRecords;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.platform.TestAgency;
import org.throughline.platform.vendor.VendorClients;

/**
 * The contract against a carrier's own test system. Wants the system properties {@code policy-change.base-url}, {@code
 * .token-url}, {@code .client-id}, {@code .client-secret}, {@code .policy} and {@code .line}; {@code .line-id}, {@code
 * .scope} and {@code .reference-attribute} where the defaults do not fit. Binds two changes and files a claim there.
 */
@Tag("vendor-sandbox")
class PolicyChangeSandboxTest extends PolicyChangeContract {

    private static final String PREFIX = "policy-change.";
    private static final List<String> NEEDED =
            List.of("base-url", "token-url", "client-id", "client-secret", "policy", "line");

    private CarrierConnection connection;
    private CarrierRecords records;

    @BeforeEach
    void connect() {
        NEEDED.forEach(name -> assumeTrue(
                System.getProperty(PREFIX + name) != null,
                "Skipped: no carrier to test against, because system property " + PREFIX + name + " is not set"));
        String lineId = System.getProperty(PREFIX + "line-id");
        Connection settings = new Connection(
                URI.create(System.getProperty(PREFIX + "base-url")),
                URI.create(System.getProperty(PREFIX + "token-url")),
                System.getProperty(PREFIX + "client-id"),
                System.getProperty(PREFIX + "client-secret"),
                System.getProperty(PREFIX + "scope"),
                System.getProperty(PREFIX + "reference-attribute", "description"),
                lineId == null ? Map.of() : Map.of(line(), lineId),
                Map.of(),
                "payment",
                Duration.ofSeconds(5),
                Duration.ofSeconds(30),
                Duration.ofSeconds(3),
                null);
        Clock clock = Clock.systemUTC();
        PolicyChangeApi api =
                PolicyChangeConfiguration.api(new VendorClients(new MockEnvironment(), clock), clock, "TEST", settings);
        connection = PolicyChangeConfiguration.connection(api, "TEST", settings, TestAgency.PROFILE);
        records = PolicyChangeConfiguration.records(api, "TEST", settings);
    }

    @Override
    CarrierConnection connection() {
        return connection;
    }

    @Override
    CarrierRecords records() {
        return records;
    }

    @Override
    String policy() {
        return System.getProperty(PREFIX + "policy");
    }

    @Override
    String line() {
        return System.getProperty(PREFIX + "line");
    }

    @Override
    LocalDate today() {
        return LocalDate.now(Clock.system(TestAgency.PROFILE.timeZone()));
    }
}
