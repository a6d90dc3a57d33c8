package org.throughline.sandbox.epic;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Set;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The simulated Applied Epic.
 *
 * @param store JDBC address of its own database; apart from the application's and never in its transactions
 * @param consumerKey its one app
 * @param audience what a token request by HTTP Basic has to name
 * @param release release of Epic that the agency runs, as year and month; a call that came with a later one is answered
 *     with HTTP 426
 * @param lockedPolicies numbers of policies that somebody is always just editing: a new line is answered with HTTP 423
 * @param uploadsGoodFor how long an upload or download address can be used
 * @param slowness how long the fault {@code slow} holds an answer back
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.epic")
record EpicSandboxProperties(
        @DefaultValue("jdbc:h2:file:./data/sandbox/epic;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") @NotBlank
        String store,

        @DefaultValue("practice-key") @NotBlank String consumerKey,
        @DefaultValue("practice-only") @NotBlank String consumerSecret,

        @DefaultValue("api.myappliedproducts.com/epic") @NotBlank
        String audience,

        @DefaultValue("2026-05") @NotNull YearMonth release,
        @DefaultValue("BMC-WC-0188205") @NotNull Set<String> lockedPolicies,
        @DefaultValue("1h") @NotNull Duration uploadsGoodFor,
        @DefaultValue("12s") @NotNull Duration slowness) {}
