package org.throughline.ams.ezlynx;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The token endpoint of the gateway. */
interface EzLynxTokens {

    /** Seen in several clients: a form with the vendor's own grant {@code vendor_data_access}. */
    @RequestLine("POST /auth/connect/token")
    @Headers({EzLynxClassicApi.AGENT, "Content-Type: application/x-www-form-urlencoded", "Accept: application/json"})
    Token token(String form);

    /** {@code expiresIn} is in seconds. */
    record Token(
            @JsonProperty("access_token") @Nullable String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
