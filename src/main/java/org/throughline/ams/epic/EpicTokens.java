package org.throughline.ams.epic;

import com.fasterxml.jackson.annotation.JsonProperty;
import feign.HeaderMap;
import feign.Headers;
import feign.RequestLine;
import java.util.Map;

/** The vendor's token endpoint; its whole address is the client's base URL. Documented. */
interface EpicTokens {

    @RequestLine("POST ")
    @Headers({"Content-Type: application/x-www-form-urlencoded", "Accept: application/json"})
    Token token(@HeaderMap Map<String, Object> credentials, String form);

    /** {@code expiresIn} is in seconds; 7200 as documented. */
    record Token(
            @JsonProperty("access_token") String accessToken,
            @JsonProperty("expires_in") long expiresIn) {}
}
