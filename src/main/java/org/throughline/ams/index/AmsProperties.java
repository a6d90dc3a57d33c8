package org.throughline.ams.index;

import jakarta.validation.constraints.NotNull;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * How the client index follows the agency management system.
 *
 * @param syncInterval between two looks for changes
 * @param retryInterval between two attempts while the system does not answer
 * @param fullSyncInterval how often everything is read, which also forgets clients that are gone
 * @param overlap how far each look reaches back behind the one before
 */
@Validated
@ConfigurationProperties("throughline.ams")
record AmsProperties(
        @DefaultValue("1m") @NotNull Duration syncInterval,
        @DefaultValue("3s") @NotNull Duration retryInterval,
        @DefaultValue("12h") @NotNull Duration fullSyncInterval,
        @DefaultValue("30m") @NotNull Duration overlap) {}
