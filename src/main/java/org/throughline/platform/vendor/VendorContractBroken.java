package org.throughline.platform.vendor;

import org.jspecify.annotations.Nullable;

/** A vendor answered outside its documented contract, or our call was wrong: a person has to look. */
public class VendorContractBroken extends RuntimeException {

    public VendorContractBroken(String message) {
        super(message);
    }

    public VendorContractBroken(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
