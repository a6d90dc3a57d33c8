package org.throughline.sandbox.hawksoft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The simulated HawkSoft.
 *
 * @param store JDBC address of its own database; apart from the application's and never in its transactions
 * @param username client id of its one integration
 * @param password client secret of that integration
 * @param agencyId the one agency that opted in to the integration; any other is refused
 * @param versions of the API that it takes: the documented one, and the next, which several clients in use send
 * @param queuedFor how long a write is queued before it shows; zero, the default, for not at all. A caller may ask for it
 *     with the header {@code Sandbox-Queued-Seconds}, which the vendor does not have
 * @param slowness how long the fault {@code slow} holds an answer back; 8 seconds by default
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.hawksoft")
record HawkSoftSandboxProperties(
        @DefaultValue("jdbc:h2:file:./data/sandbox/hawksoft;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") @NotBlank
        String store,

        @DefaultValue("harborline-throughline") @NotBlank String username,
        @DefaultValue("practice-only") @NotBlank String password,
        @DefaultValue("1001") @NotNull @Positive Integer agencyId,
        @DefaultValue({"3.0", "4.0"}) @NotEmpty List<String> versions,
        @DefaultValue("0s") @NotNull Duration queuedFor,
        @DefaultValue("8s") @NotNull Duration slowness) {}
