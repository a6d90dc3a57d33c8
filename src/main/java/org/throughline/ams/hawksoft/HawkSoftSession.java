package org.throughline.ams.hawksoft;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorSession;

/**
 * The vendor's credential: HTTP Basic on every call, so there is no login to make, to share or to renew. A call that is
 * refused is sent once more with the same credential, because a vendor that is changing secrets may refuse in passing; a
 * credential that is really wrong is refused again.
 */
class HawkSoftSession implements VendorSession {

    private final String credential;

    HawkSoftSession(HawkSoftProperties properties) {
        String pair = properties.username() + ":" + properties.password();
        this.credential = "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
    }

    @Override
    public String authorization() {
        return credential;
    }

    @Override
    public void refused(@Nullable String authorization) {
        // There is no other credential to get.
    }
}
