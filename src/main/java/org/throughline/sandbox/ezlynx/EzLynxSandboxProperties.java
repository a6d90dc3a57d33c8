package org.throughline.sandbox.ezlynx;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The simulated EZLynx.
 *
 * @param store JDBC address of its own database; apart from the application's and never in its transactions
 * @param user account of the web services
 * @param appSecret secret of the one application it knows
 * @param accountUsername the agency's user that the application acts as
 * @param clientId client of the gateway
 * @param integrationGroupId group of the agency at the gateway
 * @param organizationId the agency's number
 * @param webhook where its notifications go; port 0 stands for this application's own port, empty for nowhere
 * @param slowness how long the fault {@code slow} holds an answer back
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.ezlynx")
record EzLynxSandboxProperties(
        @DefaultValue("jdbc:h2:file:./data/sandbox/ezlynx;WRITE_DELAY=0;DB_CLOSE_ON_EXIT=FALSE") @NotBlank
        String store,

        @DefaultValue("harborline_api") @NotBlank String user,
        @DefaultValue("practice-only") @NotBlank String password,
        @DefaultValue("practice-app-secret") @NotBlank String appSecret,
        @DefaultValue("throughline") @NotBlank String accountUsername,
        @DefaultValue("throughline_api") @NotBlank String clientId,

        @DefaultValue("practice-client-secret") @NotBlank String clientSecret,

        @DefaultValue("4017") @NotBlank String integrationGroupId,
        @DefaultValue("40170") @NotBlank String organizationId,
        @DefaultValue("") String webhook,
        @DefaultValue("8s") @NotNull Duration slowness) {}
