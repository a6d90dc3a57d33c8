package org.throughline.sandbox.nowcerts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The simulated NowCerts.
 *
 * @param store JDBC address of its own database; apart from the application's and never in its transactions
 * @param username its one account
 * @param slowness how long the fault {@code slow} holds an answer back
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.nowcerts")
record NowCertsSandboxProperties(
        @DefaultValue("jdbc:h2:file:./data/sandbox/nowcerts;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") @NotBlank
        String store,

        @DefaultValue("throughline@harborline.example") @NotBlank
        String username,

        @DefaultValue("practice-only") @NotBlank String password,
        @DefaultValue("8s") @NotNull Duration slowness) {}
