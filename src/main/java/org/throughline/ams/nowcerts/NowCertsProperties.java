package org.throughline.ams.nowcerts;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How NowCerts is reached.
 *
 * @param clientId the vendor's public client id
 * @param folderId folder of an insured or a policy that our documents go into; the default is its root
 */
@OnNowCerts
@Validated
@ConfigurationProperties("throughline.ams.nowcerts")
record NowCertsProperties(
        @DefaultValue("https://api.nowcerts.com/api") @NotNull
        URI baseUrl,

        @NotBlank String username,
        @NotBlank String password,
        @DefaultValue("ngAuthApp") @NotBlank String clientId,

        @DefaultValue("00000000-0000-0000-0000-000000000000") @NotBlank
        String folderId,

        @DefaultValue("2s") @NotNull Duration connectTimeout,
        @DefaultValue("5s") @NotNull Duration readTimeout,
        @DefaultValue("3s") @NotNull Duration breakerWait) {

    VendorSettings vendor() {
        return new VendorSettings(baseUrl, connectTimeout, readTimeout, breakerWait);
    }
}
