package org.throughline.platform.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.Mockito.mock;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.operaton.bpm.engine.OptimisticLockingException;
import org.springframework.dao.OptimisticLockingFailureException;
import org.springframework.transaction.PlatformTransactionManager;

class AttemptsTest {

    private final AtomicInteger tries = new AtomicInteger();
    private final Attempts attempts = new Attempts(mock(PlatformTransactionManager.class));

    @Test
    void startsAgainWhereAStepOfTheRequestWasFirst() {
        assertThat(attempts.inTransaction(() -> overtaken(2))).isEqualTo(3);
    }

    @Test
    void givesUpAfterThreeTimes() {
        assertThatThrownBy(() -> attempts.inTransaction(() -> overtaken(9)))
                .isInstanceOf(OptimisticLockingFailureException.class);
        assertThat(tries).hasValue(3);
    }

    @Test
    void doesNothingTwiceThatFailsOtherwise() {
        assertThatThrownBy(() -> attempts.inTransaction(() -> {
                    tries.incrementAndGet();
                    throw new IllegalStateException("broken");
                }))
                .hasMessage("broken");
        assertThat(tries).hasValue(1);
    }

    private int overtaken(int times) {
        if (tries.incrementAndGet() <= times) {
            throw new OptimisticLockingException("changed");
        }
        return tries.get();
    }
}
