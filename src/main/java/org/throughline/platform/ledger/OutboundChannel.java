package org.throughline.platform.ledger;

import java.util.Optional;
import java.util.Set;

/** One far end of the ledger: carries out writes of its kinds. Implementations are Spring beans, found by kind. */
public interface OutboundChannel {

    Set<WriteKind> kinds();

    /** The far end's id of an earlier attempt that took effect, found by {@code write.reference()}. */
    Optional<String> find(OutboundWrite write);

    /**
     * Performs the write once.
     *
     * @throws org.throughline.platform.vendor.VendorUnavailable not reached, or outcome unknown
     * @throws org.throughline.platform.vendor.VendorRejected refused for a business reason
     * @throws org.throughline.platform.vendor.VendorConflict a field holds another value than the change was made for
     */
    WriteOutcome perform(OutboundWrite write);
}
