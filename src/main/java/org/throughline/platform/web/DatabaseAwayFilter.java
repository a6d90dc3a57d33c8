package org.throughline.platform.web;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.sql.SQLException;
import java.sql.SQLNonTransientConnectionException;
import java.sql.SQLTransientConnectionException;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.transaction.TransactionSystemException;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Answers 503 while the database cannot be reached, wherever in a call that shows, the login included: whoever sent
 * something keeps it and sends it again.
 */
class DatabaseAwayFilter extends OncePerRequestFilter {

    private static final Logger LOG = LoggerFactory.getLogger(DatabaseAwayFilter.class);

    private final ProblemAnswer problems;

    DatabaseAwayFilter(ProblemAnswer problems) {
        this.problems = problems;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            chain.doFilter(request, response);
        } catch (ServletException | RuntimeException failure) {
            if (response.isCommitted() || !isCauseOf(failure)) {
                throw failure;
            }
            LOG.warn("{} was refused, the database cannot be reached: {}", request.getRequestURI(), failure.toString());
            response.reset();
            response.setHeader(HttpHeaders.RETRY_AFTER, "60");
            problems.write(
                    request,
                    response,
                    HttpStatus.SERVICE_UNAVAILABLE,
                    "The database cannot be reached now. Try again in a minute.");
        }
    }

    /** Whether a database that cannot be reached is under whatever the engine or Spring made of it. */
    static boolean isCauseOf(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLTransientConnectionException
                        || cause instanceof SQLNonTransientConnectionException
                        || (cause instanceof SQLException refused && isAway(refused.getSQLState()))
                        || (cause instanceof TransactionSystemException lost && isBehind(lost)));
    }

    /** A transaction that could not even be rolled back tells why it should have been. */
    private static boolean isBehind(TransactionSystemException lost) {
        return Optional.ofNullable(lost.getApplicationException())
                .filter(DatabaseAwayFilter::isCauseOf)
                .isPresent();
    }

    /** Classes of the SQL standard and of PostgreSQL: connection exceptions, and a server that is ending or starting. */
    private static boolean isAway(@Nullable String state) {
        return state != null && (state.startsWith("08") || state.startsWith("57P"));
    }
}
