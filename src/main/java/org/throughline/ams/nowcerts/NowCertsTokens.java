package org.throughline.ams.nowcerts;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.Headers;
import feign.RequestLine;
import org.jspecify.annotations.Nullable;

/** The vendor's token endpoint. */
interface NowCertsTokens {

    @RequestLine("POST /token")
    @Headers({"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"})
    Token token(String form);

    /** {@code expiresIn} is in seconds; the refresh token is good once. */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn,
            @JsonProperty("refresh_token") @Nullable String refreshToken) {}
}
