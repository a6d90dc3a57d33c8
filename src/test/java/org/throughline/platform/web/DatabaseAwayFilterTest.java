package org.throughline.platform.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.FilterChain;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import org.junit.jupiter.api.Test;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.transaction.CannotCreateTransactionException;
import org.springframework.transaction.TransactionSystemException;

class DatabaseAwayFilterTest {

    private final RuntimeException away = new CannotCreateTransactionException(
            "no connection", new SQLTransientConnectionException("none within 10 s"));

    private final DatabaseAwayFilter filter = new DatabaseAwayFilter(new ProblemAnswer(new ObjectMapper()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();

    private void call(FilterChain chain) throws Exception {
        filter.doFilter(new MockHttpServletRequest("POST", "/api/intake/email"), response, chain);
    }

    @Test
    void tellsWhoeverSentSomethingToSendItAgain() throws Exception {
        call((request, answer) -> {
            throw away;
        });

        assertThat(response.getStatus()).isEqualTo(503);
        assertThat(response.getHeader("Retry-After")).isEqualTo("60");
        assertThat(response.getContentAsString()).contains("Try again in a minute", "/api/intake/email");
    }

    @Test
    void seesThatItWentInTheMiddleOfATransaction() throws Exception {
        TransactionSystemException lost =
                new TransactionSystemException("rollback failed", new SQLException("Connection is closed"));
        lost.initApplicationException(new IllegalStateException(new SQLException("broken pipe", "08006")));

        call((request, answer) -> {
            throw new IllegalStateException(lost);
        });

        assertThat(response.getStatus()).isEqualTo(503);
    }

    @Test
    void leavesAnotherFailureAndAnAnswerThatHasBegunAsTheyAre() {
        assertThatThrownBy(() -> call((request, answer) -> {
                    throw new IllegalStateException("else");
                }))
                .hasMessage("else");
        assertThatThrownBy(() -> call((request, answer) -> {
                    answer.flushBuffer();
                    throw away;
                }))
                .isSameAs(away);
    }
}
