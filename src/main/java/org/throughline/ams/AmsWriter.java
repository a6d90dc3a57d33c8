package org.throughline.ams;

import java.util.Optional;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * One kind of write at an agency management system; a bean for each kind that the vendor can take.
 *
 * @param <P> the kind's payload record
 */
public interface AmsWriter<P> {

    WriteKind kind();

    Class<P> payloadType();

    /** The vendor's id of an earlier attempt that took effect whole; an incomplete one counts as absent. */
    Optional<String> find(OutboundWrite write, P payload);

    /**
     * Writes once.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable not reached, or outcome unknown
     * @throws org.throughline.platform.vendor.VendorRejected refused for a business reason
     * @throws org.throughline.platform.vendor.VendorConflict a field holds another value than the change was made for
     */
    WriteOutcome perform(OutboundWrite write, P payload);
}
