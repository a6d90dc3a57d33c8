package org.throughline.ams.epic;

import org.throughline.platform.vendor.VendorRejected;

/** The vendor has no such record (HTTP 404). */
class EpicMissing extends VendorRejected {

    EpicMissing(String message) {
        super(message);
    }
}
