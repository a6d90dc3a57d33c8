package org.throughline.ams.ezlynx;

import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How EZLynx is reached, and what the agency has to tell because EZLynx does not.
 *
 * @param classicBaseUrl the web services: applicants, their policies, users
 * @param gatewayBaseUrl the gateway: policy search, discussions, documents
 * @param user the vendor's account for the web services
 * @param appSecret our application's secret at the web services
 * @param accountUsername the agency's user that we act as, on both surfaces
 * @param clientId our client at the gateway
 * @param scope scopes asked of the gateway, separated by spaces
 * @param integrationGroupId the agency's group at the gateway
 * @param organizationId the agency's number, under which its users are listed
 * @param carriers names of carriers by NAIC code, because EZLynx answers with codes only
 * @param users the EZLynx user name of a person by full name, where it is not that name with a dot
 * @param pageSize policies asked for at once, 1 to 100
 * @param sweepInterval how often the whole book is paged through for changes; webhooks tell of changes in between
 * @param readers how many applicants are read at the same time, 1 to 16
 * @param historyYears how far back policies are asked for, in years
 * @param webhookToken what the vendor's webhook must bring as the last part of its address or in a header; empty where
 *     there is no webhook
 * @param connectTimeout longest wait for a connection
 * @param readTimeout after this long without an answer the outcome of a call is unknown
 * @param breakerWait how long calls are kept back after too many failures
 */
@OnEzLynx
@Validated
@ConfigurationProperties("throughline.ams.ezlynx")
record EzLynxProperties(
        @DefaultValue("https://services.ezlynx.com/ezlynxapi/api") @NotNull
        URI classicBaseUrl,

        @DefaultValue("https://app.ezlynx.com") @NotNull URI gatewayBaseUrl,
        @NotBlank String user,
        @NotBlank String password,
        @NotBlank String appSecret,
        @NotBlank String accountUsername,
        @NotBlank String clientId,
        @NotBlank String clientSecret,

        @DefaultValue("DiscussionApi DocumentApi EzLynxApi openid PolicyApi") @NotBlank
        String scope,

        @NotBlank String integrationGroupId,
        @NotBlank String organizationId,
        @DefaultValue @Valid List<Carrier> carriers,
        @DefaultValue Map<String, String> users,
        @DefaultValue("100") @Min(1) @Max(100) int pageSize,
        @DefaultValue("1h") @NotNull Duration sweepInterval,
        @DefaultValue("4") @Min(1) @Max(16) int readers,
        @DefaultValue("10") @Min(1) @Max(50) int historyYears,
        @DefaultValue("") String webhookToken,
        @DefaultValue("2s") @NotNull Duration connectTimeout,
        @DefaultValue("5s") @NotNull Duration readTimeout,
        @DefaultValue("3s") @NotNull Duration breakerWait) {

    /**
     * A writing company.
     *
     * @param surplusLines true if it is not admitted, so that its policies are surplus lines
     */
    record Carrier(
            @NotBlank String naic,
            @NotBlank String name,
            @DefaultValue("false") boolean surplusLines) {}

    VendorSettings classic() {
        return new VendorSettings(classicBaseUrl, connectTimeout, readTimeout, breakerWait);
    }

    VendorSettings gateway() {
        return new VendorSettings(gatewayBaseUrl, connectTimeout, readTimeout, breakerWait);
    }
}
