package org.throughline.platform.ledger;

import java.util.List;
import java.util.Optional;

/**
 * The ledger of writes to the outside ({@code outbound_write}). Rows are planned in the transaction that decides them
 * and carried out later, one a transaction; whoever carries a row out first looks for its reference at the far end.
 */
public interface OutboundLedger {

    /**
     * Plans writes of a request, in this order, in the current transaction and in one batch.
     *
     * @param payloads payload records, each serialized as JSON
     */
    List<OutboundWrite> plan(String requestNumber, List<PlannedWrite> payloads);

    /** A write to be planned: {@code payload} is the kind's payload record. */
    record PlannedWrite(WriteKind kind, Object payload) {}

    /**
     * Carries out the next planned write of a request among the given kinds, in the current transaction: look up by
     * reference, write if absent, record the outcome. A business refusal is recorded as REJECTED and returned.
     *
     * @return the row as it is now, or empty if none was left
     * @throws org.throughline.platform.vendor.VendorUnavailable if the far end cannot be reached; try again later
     */
    Optional<OutboundWrite> carryOutNext(String requestNumber, java.util.Set<WriteKind> kinds);

    /** True while a planned write of these kinds is left. */
    boolean hasPlanned(String requestNumber, java.util.Set<WriteKind> kinds);

    List<OutboundWrite> ofRequest(String requestNumber);

    Optional<OutboundWrite> findByReference(String reference);

    /** Puts a rejected write back to PLANNED, or abandons it with the person's reason. */
    void resolve(String writeId, boolean retry, String reason);
}
