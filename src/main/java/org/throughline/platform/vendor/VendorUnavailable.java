package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** A vendor could not be reached, timed out or answered so that the outcome is unknown: the step is tried again. */
public class VendorUnavailable extends RuntimeException {

    public VendorUnavailable(String message) {
        super(message);
    }

    public VendorUnavailable(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
