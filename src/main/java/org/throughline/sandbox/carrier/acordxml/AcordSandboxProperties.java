package org.throughline.sandbox.carrier.acordxml;

import jakarta.validation.constraints.NotBlank;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.context.annotation.Profile;
import org.springframework.validation.annotation.Validated;

/**
 * The sign-on of the practice agency at every carrier that takes ACORD XML.
 *
 * @param customerId of the agency, which is its contract number as a producer as well
 */
@Profile("sandbox")
@Validated
@ConfigurationProperties("throughline.sandbox.carrier.acord-xml")
record AcordSandboxProperties(
        @DefaultValue("HARBORLINE-4417") @NotBlank String customerId,
        @DefaultValue("harborline-throughline") @NotBlank String login,
        @DefaultValue("practice-only") @NotBlank String password) {}
