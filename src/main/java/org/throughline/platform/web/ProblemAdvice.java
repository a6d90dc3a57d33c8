package org.throughline.platform.web;

import jakarta.validation.ConstraintViolationException;
import java.sql.SQLException;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.AccessDeniedException;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.context.request.WebRequest;
import org.springframework.web.servlet.mvc.method.annotation.ResponseEntityExceptionHandler;
import org.throughline.platform.vendor.VendorContractBroken;
import org.throughline.platform.vendor.VendorRejected;
import org.throughline.platform.vendor.VendorUnavailable;

/**
 * Turns whatever goes wrong in a call into a problem detail (RFC 9457) with a sentence that says what to do. What a
 * controller itself knows better, it handles itself.
 */
@RestControllerAdvice
@Order(Ordered.LOWEST_PRECEDENCE)
class ProblemAdvice extends ResponseEntityExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);

    @ExceptionHandler
    ProblemDetail unavailable(VendorUnavailable down) {
        LOG.warn("A connected system cannot be reached: {}", down.getMessage());
        return problem(
                HttpStatus.SERVICE_UNAVAILABLE,
                "The agency management system or carrier cannot be reached now. Try again in a minute.");
    }

    @ExceptionHandler
    ProblemDetail rejected(VendorRejected refused) {
        return problem(HttpStatus.BAD_GATEWAY, "The connected system refused: " + refused.getMessage());
    }

    @ExceptionHandler
    ProblemDetail broken(VendorContractBroken broken) {
        LOG.error("A connected system answered outside its contract", broken);
        return problem(
                HttpStatus.BAD_GATEWAY,
                "The connected system gave an answer that cannot be used. An administrator finds it in the log.");
    }

    @ExceptionHandler
    ProblemDetail invalid(ConstraintViolationException invalid) {
        return problem(HttpStatus.BAD_REQUEST, String.valueOf(invalid.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail conflict(ConcurrencyFailureException changed) {
        return problem(HttpStatus.CONFLICT, "Somebody else changed this at the same time. Load it again and repeat.");
    }

    @ExceptionHandler
    ProblemDetail forbidden(AccessDeniedException refused) {
        return problem(HttpStatus.FORBIDDEN, "Your role does not allow this. Ask an administrator.");
    }

    /** That the database is away shows at other places too, so that answer is left to {@link DatabaseAwayFilter}. */
    @ExceptionHandler
    ProblemDetail unexpected(RuntimeException failure) {
        if (DatabaseAwayFilter.isCauseOf(failure)) {
            throw failure;
        }
        if (holdsNul(failure)) {
            return problem(HttpStatus.BAD_REQUEST, "A text has the character NUL, which is not kept. Take it out.");
        }
        LOG.error("A call failed", failure);
        return problem(
                HttpStatus.INTERNAL_SERVER_ERROR, "Something went wrong here. An administrator finds it in the log.");
    }

    /** Names each field that is missing or does not fit, with what to do about it. */
    @Override
    protected @Nullable ResponseEntity<Object> handleMethodArgumentNotValid(
            MethodArgumentNotValidException invalid, HttpHeaders headers, HttpStatusCode status, WebRequest request) {
        invalid.getBody()
                .setDetail(invalid.getFieldErrors().stream()
                        .map(error -> error.getField() + ": " + error.getDefaultMessage())
                        .sorted()
                        .collect(Collectors.joining("; ")));
        return super.handleMethodArgumentNotValid(invalid, headers, status, request);
    }

    /** How PostgreSQL says so, under whatever the engine or Spring made of it. */
    private static boolean holdsNul(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(cause -> cause instanceof SQLException refused && "22021".equals(refused.getSQLState()));
    }

    private static ProblemDetail problem(HttpStatus status, String sentence) {
        return ProblemDetail.forStatusAndDetail(status, sentence);
    }
}
