package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.sql.SQLException;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;

class ProblemAdviceTest {

    private final ProblemAdvice advice = new ProblemAdvice();

    private int statusOf(String sqlState) {
        return advice.unexpected(new IllegalStateException(
                        new DataIntegrityViolationException("insert", new SQLException("refused", sqlState))))
                .getStatus();
    }

    @Test
    void aTextThatTheDatabaseCannotKeepIsTheCallersMistake() {
        assertThat(statusOf("22021")).isEqualTo(400);
        assertThat(statusOf("23502")).isEqualTo(500);
    }

    @Test
    void leavesADatabaseThatIsAwayToTheFilter() {
        assertThatThrownBy(() -> statusOf("08006")).hasRootCauseInstanceOf(SQLException.class);
        assertThatThrownBy(() -> statusOf("57P01")).hasRootCauseInstanceOf(SQLException.class);
    }
}
