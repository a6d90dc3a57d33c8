package org.throughline.carrier.acordxml;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How carriers are reached with ACORD XML.
 *
 * @param connections by the carrier's code; none by default
 */
@Validated
@ConfigurationProperties(AcordXmlProperties.PREFIX)
record AcordXmlProperties(@DefaultValue @Valid @NotNull Map<String, Connection> connections) {

    static final String PREFIX = "throughline.carriers.acord-xml";

    /**
     * One carrier.
     *
     * @param url the one address that takes every message
     * @param serviceProvider the carrier's own domain name, which says whose customer id it is
     * @param customerId of the agency at the carrier; it stands as the producer's contract number as well
     * @param login of this application at the carrier
     * @param password of that login; sent as it is, so the address is an https one outside of practice
     * @param org the agency's name, which a person at the carrier sees
     * @param quotes whether the carrier has said that it only prices a change whose purpose is {@code ENQ}; false by
     *     default, because a carrier that does not look at the purpose would bind it
     * @param connectTimeout 2 seconds by default
     * @param readTimeout 20 seconds by default; after it the outcome of a submission is unknown
     * @param breakerWait how long an open circuit breaker keeps calls back; 3 seconds by default
     */
    record Connection(
            @NotNull URI url,
            @NotBlank String serviceProvider,
            @NotBlank String customerId,
            @NotBlank String login,
            @NotBlank String password,
            @NotBlank String org,
            @DefaultValue("false") boolean quotes,
            @DefaultValue("2s") @NotNull Duration connectTimeout,
            @DefaultValue("20s") @NotNull Duration readTimeout,
            @DefaultValue("3s") @NotNull Duration breakerWait) {

        VendorSettings vendor() {
            return new VendorSettings(url, connectTimeout, readTimeout, breakerWait);
        }
    }
}
