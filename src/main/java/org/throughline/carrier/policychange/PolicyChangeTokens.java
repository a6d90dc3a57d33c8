package org.throughline.carrier.policychange;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.RequestLine;

/** The token endpoint of the carrier's hub; its whole address is the client's base URL. Documented (C). */
interface PolicyChangeTokens {

    @RequestLine("POST ")
    @Headers({"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"})
    Token token(String form);

    /** {@code expiresIn} is in seconds. */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
