package org.throughline.platform.transactions;

import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Inserts a row that somebody else may insert at the same moment. The insert has a savepoint of its own: after a statement
 * that failed, PostgreSQL refuses whatever else the transaction asks for, and its commit.
 */
@Component
public class FirstInsert {

    private final TransactionTemplate nested;

    public FirstInsert(PlatformTransactionManager transactions) {
        nested = new TransactionTemplate(transactions);
        nested.setPropagationBehavior(TransactionDefinition.PROPAGATION_NESTED);
    }

    /** Inserts it, and answers whether it is there by this; the row of somebody else stays as it is. */
    public boolean insert(Runnable statement) {
        try {
            nested.executeWithoutResult(status -> statement.run());
            return true;
        } catch (DuplicateKeyException somebodyWasFirst) {
            return false;
        }
    }
}
