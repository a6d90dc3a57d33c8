package org.throughline.ams.epic;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.validation.annotation.Validated;
import org.throughline.ams.Policy.PolicyStatus;
import org.throughline.platform.vendor.VendorSettings;

/**
 * How Applied Epic is reached, and what the agency has configured there.
 *
 * @param baseUrl the host in front of all of the vendor's services; the default is production
 * @param tokenUrl where tokens are bought; {@code /v1/auth/connect/token} of the base URL where it is not given
 * @param tokenStyle how key and secret are sent; the default is the documented way
 * @param audience sent with {@code BASIC}; the default is the documented one
 * @param scope scopes to ask for, separated by spaces; all that the app was granted where it is not given
 * @param agencyId id of the agency that activities on a client's account belong to
 * @param branchId id of its branch
 * @param noteCode activity code for notes, at most four characters; default {@code NOTE}
 * @param taskCode activity code for tasks, at most four characters; default {@code TASK}
 * @param owner lookup code or name of the employee who owns what nobody else does; the activity code's own owner where
 *     it is not given
 * @param noteAccessLevel id of the access level of our notes; the vendor's default where it is not given
 * @param folder id of the folder that our documents go into; the account's root where it is not given
 * @param lookupsKept how long statuses, types, activity codes and owners are kept before they are read anew; default one
 *     hour
 * @param statusCodes what the agency's own policy status codes mean, where their descriptions do not tell
 * @param lineCodes our line codes for the agency's own line type codes, where their descriptions do not tell
 * @param connectTimeout default two seconds
 * @param readTimeout after this long without an answer the outcome is unknown; default ten seconds
 * @param breakerWait how long an open circuit breaker keeps calls back; default three seconds
 */
@OnEpic
@Validated
@ConfigurationProperties("throughline.ams.epic")
record EpicProperties(
        @DefaultValue("https://api.myappliedproducts.com") @NotNull
        URI baseUrl,

        @Nullable URI tokenUrl,
        @DefaultValue("BASIC") @NotNull TokenStyle tokenStyle,
        @NotBlank String consumerKey,
        @NotBlank String consumerSecret,

        @DefaultValue("api.myappliedproducts.com/epic") @NotBlank
        String audience,

        @Nullable String scope,
        @NotBlank String agencyId,
        @NotBlank String branchId,

        @DefaultValue("NOTE") @NotBlank @Size(max = 4) String noteCode,

        @DefaultValue("TASK") @NotBlank @Size(max = 4) String taskCode,

        @Nullable String owner,
        @Nullable String noteAccessLevel,
        @Nullable String folder,
        @DefaultValue("1h") @NotNull Duration lookupsKept,
        @DefaultValue @NotNull Map<String, PolicyStatus> statusCodes,
        @DefaultValue @NotNull Map<String, String> lineCodes,
        @DefaultValue("2s") @NotNull Duration connectTimeout,
        @DefaultValue("10s") @NotNull Duration readTimeout,
        @DefaultValue("3s") @NotNull Duration breakerWait) {

    /** How a client shows its key and secret at the token endpoint. */
    enum TokenStyle {
        /** HTTP Basic, with the audience in the form: documented. */
        BASIC,
        /** Key and secret in the form: seen in a client. */
        FORM
    }

    VendorSettings vendor() {
        return at(baseUrl);
    }

    VendorSettings at(URI url) {
        return new VendorSettings(url, connectTimeout, readTimeout, breakerWait);
    }

    URI tokens() {
        return tokenUrl == null ? URI.create(baseUrl + "/v1/auth/connect/token") : tokenUrl;
    }
}
