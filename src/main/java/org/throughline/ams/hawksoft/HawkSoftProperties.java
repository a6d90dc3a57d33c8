package org.throughline.ams.hawksoft;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How HawkSoft is reached.
 *
 * @param baseUrl without {@code /vendor}; the vendor's production address by default
 * @param username the client id that the vendor gave this integration
 * @param password its client secret
 * @param agencyId the agency's number at the vendor; the agency must have opted in to this integration
 * @param version of the API, sent with every call; 3.0 by default, the only one that is documented
 * @param assignees e-mail addresses at the vendor of the people who are given tasks, by full name; a task for anybody else
 *     goes to the client's service representative and names the person in its text. Empty by default
 * @param connectTimeout 2 seconds by default
 * @param readTimeout 5 seconds by default; after it the outcome of a write is unknown
 * @param breakerWait how long an open circuit breaker keeps calls back; 3 seconds by default
 */
@OnHawkSoft
@Validated
@ConfigurationProperties("throughline.ams.hawksoft")
record HawkSoftProperties(
        @DefaultValue("https://integration.hawksoft.app") @NotNull
        URI baseUrl,

        @NotBlank String username,
        @NotBlank String password,
        @NotNull @Positive Integer agencyId,
        @DefaultValue("3.0") @NotBlank String version,
        @DefaultValue @NotNull Map<String, String> assignees,
        @DefaultValue("2s") @NotNull Duration connectTimeout,
        @DefaultValue("5s") @NotNull Duration readTimeout,
        @DefaultValue("3s") @NotNull Duration breakerWait) {

    VendorSettings vendor() {
        return new VendorSettings(baseUrl, connectTimeout, readTimeout, breakerWait);
    }
}
