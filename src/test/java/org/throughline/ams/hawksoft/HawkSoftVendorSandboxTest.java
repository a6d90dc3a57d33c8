package org.throughline.ams.hawksoft;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;

/**
 * The contract against the vendor's own sandbox, where system properties name it: {@code throughline.test.hawksoft.base-url},
 * {@code .username}, {@code .password}, {@code .agency-id} and, for the test that writes, {@code .client}.
 */
class HawkSoftVendorSandboxTest extends HawkSoftContract {

    private static final String PREFIX = "throughline.test.hawksoft.";

    @BeforeEach
    void isNamed() {
        assumeTrue(
                System.getProperty(PREFIX + "base-url") != null,
                "The vendor's sandbox is not asked: set " + PREFIX + "base-url, username, password and agency-id");
    }

    @Override
    HawkSoftProperties connection() {
        return new HawkSoftProperties(
                URI.create(setting("base-url")),
                setting("username"),
                setting("password"),
                Integer.valueOf(setting("agency-id")),
                System.getProperty(PREFIX + "version", "3.0"),
                Map.of(),
                Duration.ofSeconds(10),
                Duration.ofSeconds(60),
                Duration.ofSeconds(3));
    }

    @Override
    Optional<String> clientToWriteTo() {
        return Optional.ofNullable(System.getProperty(PREFIX + "client"));
    }

    private static String setting(String name) {
        return Optional.ofNullable(System.getProperty(PREFIX + name))
                .orElseThrow(() -> new IllegalStateException(PREFIX + name + " is missing"));
    }
}
