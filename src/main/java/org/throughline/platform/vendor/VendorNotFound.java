package org.throughline.platform.vendor;

/** A vendor does not know what a call asks for (HTTP 404): for some calls a bug, for others an answer. */
public class VendorNotFound extends VendorContractBroken {

    public VendorNotFound(String message) {
        super(message);
    }
}
