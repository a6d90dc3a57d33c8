package org.throughline.staff;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Keeps refused attempts, though the transaction that each was made in is rolled back. Where that one is over, the attempt
 * is written at once; where it still holds a connection, a thread of this class's own writes it after the rollback, so that
 * no caller ever waits for a second connection.
 */
@Component
public class RefusedAttempts implements DisposableBean {

    private static final Logger LOG = LoggerFactory.getLogger(RefusedAttempts.class);
    private static final int WAITING = 1000;
    private static final int SECONDS_TO_FINISH = 10;

    private final LicenseChecks checks;
    private final ThreadPoolTaskExecutor writer = new ThreadPoolTaskExecutor();

    public RefusedAttempts(LicenseChecks checks) {
        this.checks = checks;
        writer.setCorePoolSize(1);
        writer.setMaxPoolSize(1);
        writer.setQueueCapacity(WAITING);
        writer.setThreadNamePrefix("license-checks-");
        writer.setDaemon(true);
        writer.setWaitForTasksToCompleteOnShutdown(true);
        writer.setAwaitTerminationSeconds(SECONDS_TO_FINISH);
        writer.initialize();
    }

    /** Keeps an attempt; one that cannot be written stands in the log, and the refusal holds. */
    public void keep(LicenseCheck refused) {
        if (!TransactionSynchronizationManager.isSynchronizationActive()) {
            write(refused);
            return;
        }
        TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
            @Override
            public void afterCompletion(int status) {
                writer.execute(() -> write(refused));
            }
        });
    }

    private void write(LicenseCheck refused) {
        try {
            checks.record(refused);
        } catch (RuntimeException failed) {
            LOG.error("This refusal of the license gate could not be recorded: {}", refused, failed);
        }
    }

    @Override
    public void destroy() {
        writer.shutdown();
    }
}
