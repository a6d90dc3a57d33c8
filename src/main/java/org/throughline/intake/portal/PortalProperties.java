package org.throughline.intake.portal;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;

/**
 * Bounds of the public page. What is counted is counted in the memory of one node.
 *
 * @param files most files of one submission
 * @param ticketLifetime how long the browser that sent something may ask what became of it
 * @param codeLifetime how long an e-mailed code is good
 * @param codeTries wrong codes after which a code is worthless
 * @param visitLifetime how long a right code shows the status
 * @param submissionsAnHour most submissions that name the same e-mail address
 * @param codesAnHour most codes sent to the same e-mail address
 * @param callsAnHour most submissions, and most codes asked for or tried, by the same client address
 * @param branches host names of the agencies beside the main one, by tenant
 */
@Validated
@ConfigurationProperties("throughline.portal")
public record PortalProperties(
        @Positive @DefaultValue("10") int files,
        @NotNull @DefaultValue("24h") Duration ticketLifetime,
        @NotNull @DefaultValue("10m") Duration codeLifetime,
        @Positive @DefaultValue("5") int codeTries,
        @NotNull @DefaultValue("30m") Duration visitLifetime,
        @Positive @DefaultValue("10") int submissionsAnHour,
        @Positive @DefaultValue("5") int codesAnHour,
        @Positive @DefaultValue("40") int callsAnHour,
        @NotNull @DefaultValue Map<String, Hosts> branches) {

    /** The host names under which clients reach an agency's page. */
    public record Hosts(@NotEmpty List<String> hosts) {}
}
