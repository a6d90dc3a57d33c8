package org.throughline.platform;

import java.util.Optional;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Remembers a result until the current transaction ends, so that its next step need not compute it again. Whoever asks
 * must be able to do without: a step may run in a transaction of its own, or on another node.
 */
public final class TransactionMemory {

    private record Key(String owner, Class<?> type) {}

    private TransactionMemory() {}

    /** Remembers a value for an owner, such as an item's id; does nothing outside a transaction. */
    public static <T> void remember(String owner, Class<T> type, T value) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            return;
        }
        Key key = new Key(owner, type);
        TransactionSynchronizationManager.unbindResourceIfPossible(key);
        TransactionSynchronizationManager.bindResource(key, value);
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                TransactionSynchronizationManager.unbindResourceIfPossible(key);
            }
        });
    }

    /** The value, if this is still the transaction that remembered it. */
    public static <T> Optional<T> recall(String owner, Class<T> type) {
        return Optional.ofNullable(TransactionSynchronizationManager.getResource(new Key(owner, type)))
                .map(type::cast);
    }
}
