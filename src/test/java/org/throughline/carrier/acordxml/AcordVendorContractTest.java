package org.throughline.carrier.acordxml;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.throughline.carrier.CarrierChannel;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;

/**
 * The contract against a carrier's own test system, where system properties name it: {@code throughline.test.acord-xml.url},
 * {@code .service-provider}, {@code .customer-id}, {@code .login}, {@code .password}, {@code .org}; {@code .policy} for what
 * reads, and for what writes {@code .line}, {@code .state} and {@code .insured} as well.
 */
class AcordVendorContractTest extends AcordContract {

    private static final String PREFIX = "throughline.test.acord-xml.";

    @BeforeEach
    void isNamed() {
        assumeTrue(
                System.getProperty(PREFIX + "url") != null,
                "No carrier's test system is asked: set " + PREFIX + "url, service-provider, customer-id and so on");
    }

    @Override
    String carrier() {
        return System.getProperty(PREFIX + "carrier", "TEST");
    }

    @Override
    AcordXmlProperties.Connection connection() {
        return new AcordXmlProperties.Connection(
                URI.create(setting("url")),
                setting("service-provider"),
                setting("customer-id"),
                setting("login"),
                setting("password"),
                setting("org"),
                Boolean.getBoolean(PREFIX + "quotes"),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(3));
    }

    @Override
    Optional<String> policy() {
        return Optional.ofNullable(System.getProperty(PREFIX + "policy"));
    }

    @Override
    Optional<Submission> change() {
        String line = System.getProperty(PREFIX + "line");
        return line == null
                ? Optional.empty()
                : policy().map(number -> new Submission(
                        carrier(),
                        CarrierOperation.POLICY_CHANGE,
                        CarrierChannel.ACORD_XML,
                        number,
                        null,
                        line,
                        setting("state"),
                        setting("insured"),
                        LocalDate.now(clock()),
                        "Contract test, please ignore",
                        List.of(Asked.insured("Contract Test " + System.nanoTime() + " LLC")),
                        Map.of(),
                        null));
    }

    @Override
    Clock clock() {
        return Clock.systemUTC();
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name))
                .orElseThrow(() -> new IllegalStateException(PREFIX + name + " is missing"));
    }
}
