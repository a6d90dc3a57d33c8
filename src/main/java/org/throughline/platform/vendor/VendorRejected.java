package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** A vendor understood a call and refused it for a business reason; the message is the vendor's own. */
public class VendorRejected extends RuntimeException {

    public VendorRejected(String message) {
        super(message);
    }

    public VendorRejected(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
