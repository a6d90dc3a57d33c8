package org.throughline.platform.ledger;

import org.throughline.platform.vendor.VendorUnavailable;

/** It is not a change's turn yet: another one of the same record is being made, or comes first. Tried again later. */
final class EarlierChangeOpen extends VendorUnavailable {

    EarlierChangeOpen(String message) {
        super(message);
    }

    EarlierChangeOpen(String message, Throwable cause) {
        super(message, cause);
    }
}
