package org.throughline.platform.vendor;

import java.time.Duration;

/** A vendor asks for patience (HTTP 429, or 503 with a time): no call goes out until the time it named has passed. */
public class VendorBusy extends VendorUnavailable {

    private final Duration pause;

    public VendorBusy(String message, Duration pause) {
        super(message);
        this.pause = pause;
    }

    /** How long to wait from now. */
    public Duration pause() {
        return pause;
    }
}
