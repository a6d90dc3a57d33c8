package org.throughline.sandbox.carrier;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The simulated carriers.
 *
 * @param store JDBC address of their own database; apart from the application's and never in its transactions
 * @param clientId of the agency at every carrier with a REST interface
 * @param behavior how the carriers decide until the administrator says otherwise
 * @param deskDelay how long a service desk takes from its acknowledgment to its answer
 * @param deskInterval how often the desks look into their mailboxes
 * @param slowness how long the fault {@code slow} holds an answer back
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.carrier")
public record CarrierSandboxProperties(
        @DefaultValue("jdbc:h2:file:./data/sandbox/carrier;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") @NotBlank
        String store,

        @DefaultValue("harborline-throughline") @NotBlank String clientId,
        @DefaultValue("practice-only") @NotBlank String clientSecret,
        @DefaultValue("ISSUE") @NotNull Behavior.Mode behavior,
        @DefaultValue("10s") @NotNull Duration deskDelay,
        @DefaultValue("1s") @NotNull Duration deskInterval,
        @DefaultValue("12s") @NotNull Duration slowness) {}
