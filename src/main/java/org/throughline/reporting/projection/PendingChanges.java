package org.throughline.reporting.projection;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** The changes of the current transaction, written just before it commits and forgotten when it rolls back. */
final class PendingChanges implements TransactionSynchronization {

    private final RequestTable table;
    private final Map<String, RequestChange> byInstance = new LinkedHashMap<>();

    private PendingChanges(RequestTable table) {
        this.table = table;
    }

    /**
     * The changes that the running transaction collects.
     *
     * @throws IllegalStateException without a transaction, since the row must stand or fall with the engine's own
     */
    static PendingChanges ofTransaction(RequestTable table) {
        for (TransactionSynchronization synchronization : TransactionSynchronizationManager.getSynchronizations()) {
            if (synchronization instanceof PendingChanges pending) {
                return pending;
            }
        }
        PendingChanges pending = new PendingChanges(table);
        TransactionSynchronizationManager.registerSynchronization(pending);
        return pending;
    }

    RequestChange of(String processInstanceId) {
        return byInstance.computeIfAbsent(processInstanceId, id -> new RequestChange());
    }

    @Override
    public void beforeCommit(boolean readOnly) {
        Map<String, RequestChange> changes = new LinkedHashMap<>(byInstance);
        byInstance.clear();
        changes.forEach(table::apply);
    }
}
