package org.throughline.platform.engine;

import java.util.function.Supplier;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * What a person does to a running request, in a transaction of its own. A step of the request that commits first makes it
 * start again, from what stands then.
 */
@Component
public class Attempts {

    private static final int MOST = 3;

    private final TransactionTemplate transaction;

    public Attempts(PlatformTransactionManager transactions) {
        this.transaction = new TransactionTemplate(transactions);
    }

    /**
     * Does it, at most three times.
     *
     * @throws ConcurrencyFailureException if something else was first each time
     */
    public <T> T inTransaction(Supplier<T> action) {
        for (int attempt = 1; ; attempt++) {
            try {
                return once(action);
            } catch (ConcurrencyFailureException overtaken) {
                if (attempt == MOST) {
                    throw overtaken;
                }
            }
        }
    }

    private <T> T once(Supplier<T> action) {
        try {
            return transaction.execute(status -> action.get());
        } catch (OptimisticLockingException overtaken) {
            throw new OptimisticLockingFailureException("The request went on at the same time", overtaken);
        }
    }
}
