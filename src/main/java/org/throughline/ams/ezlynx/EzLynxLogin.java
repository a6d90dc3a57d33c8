package org.throughline.ams.ezlynx;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import org.throughline.platform.vendor.VendorAnswer;

/** The login of the web services. */
interface EzLynxLogin {

    /** Documented: the token comes back in the answer's header {@code EZToken}, not in its body. */
    @RequestLine("GET /authenticate")
    @Headers({
        EzLynxClassicApi.AGENT,
        "Accept: application/json",
        "EZUser: {user}",
        "EZPassword: {password}",
        "EZAppSecret: {secret}",
        "EZToken: authenticate",
        "AccountUsername: {account}"
    })
    VendorAnswer authenticate(
            @Param("user") String user,
            @Param("password") String password,
            @Param("secret") String secret,
            @Param("account") String account);
}
