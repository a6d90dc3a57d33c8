package org.throughline.ams.epic;

import org.throughline.platform.vendor.VendorContractBroken;

/** The agency's Epic release does not know the call yet (HTTP 426). */
class EpicReleaseTooOld extends VendorContractBroken {

    EpicReleaseTooOld(String message) {
        super(message);
    }
}
