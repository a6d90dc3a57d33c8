package org.throughline.platform.ledger;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * The ledger of writes to the outside ({@code outbound_write}). Rows are planned in the transaction that decides them
 * and carried out later, in another one; whoever carries a row out first looks for its reference at the far end.
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
     * Carries out planned writes of a request in the current transaction: first the kinds that are needed now, then those
     * that are welcome as well, each in their order. For each, look up by reference, write if absent, note the outcome. A
     * business refusal is noted as REJECTED, a change that met another value as CONFLICT, and either ends it, because what
     * comes after may stand on it. So does a far end that
     * cannot be reached, when all that is needed is done: the rest stays planned for another step.
     *
     * @return the rows carried out, refused or in conflict, as they are now
     * @throws org.throughline.platform.vendor.VendorUnavailable if a needed write, or nothing at all, could be carried
     *     out; try again later
     */
    List<OutboundWrite> carryOut(String requestNumber, Set<WriteKind> needed, Set<WriteKind> welcome);

    /** The writes of these kinds that are still planned, refused or in conflict and not yet resolved, in their order. */
    List<OutboundWrite> unsettled(String requestNumber, Set<WriteKind> kinds);

    List<OutboundWrite> ofRequest(String requestNumber);

    Optional<OutboundWrite> findByReference(String reference);

    /**
     * Abandons planned writes of a request in the current transaction, unless the far end has one of them already.
     *
     * @param which the writes that are taken back
     * @return false if one of them has happened; then none is abandoned
     * @throws org.throughline.platform.vendor.VendorUnavailable if a far end cannot be asked; try again later
     */
    boolean takeBack(String requestNumber, Predicate<OutboundWrite> which, String reason);

    /** Abandons a planned write that nobody has tried yet; false if it was tried, and may have happened. */
    boolean abandonUntried(String reference, String reason);

    /** Puts a rejected write back to PLANNED, or abandons it with the person's reason. */
    void resolve(String writeId, boolean retry, String reason);
}
