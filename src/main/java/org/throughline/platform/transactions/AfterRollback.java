package org.throughline.platform.transactions;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes what must stay although the caller's transaction is rolled back. Where that one is over, it is written at once;
 * where it still holds a connection, a thread of this class's own writes it afterwards, so that no caller ever waits for a
 * second connection.
 */
@Component
public class AfterRollback implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(AfterRollback.class);
    private static final int WAITING = 1000;
    private static final int SECONDS_TO_FINISH = 10;

    private final ThreadPoolTaskExecutor writer = new ThreadPoolTaskExecutor();

    public AfterRollback() {
        writer.setCorePoolSize(1);
        writer.setMaxPoolSize(1);
        writer.setQueueCapacity(WAITING);
        writer.setThreadNamePrefix("after-rollback-");
        writer.setDaemon(true);
        writer.setWaitForTasksToCompleteOnShutdown(true);
        writer.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        writer.initialize();
    }

    /**
     * Writes it once the transaction is over, in a transaction of its own; what cannot be written stands in the log.
     *
     * @param what for the log: what is written
     */
    public void write(String what, Runnable writing) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            attempt(what, writing);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                writer.execute(() -> attempt(what, writing));
            }
        });
    }

    private static void attempt(String what, Runnable writing) {
        try {
            writing.run();
        } catch (RuntimeException failed) {
            LOG.error("This could not be written after a rollback: {}", what, failed);
        }
    }

    @Override
    public void destroy() {
        writer.shutdown();
    }
}
