package org.throughline.automation.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.automation.AutomationRefused;

/** What cannot be done and why, as problem details. */
@RestControllerAdvice("org.throughline.automation")
@Order(Ordered.HIGHEST_PRECEDENCE)
class AutomationProblems {

    @ExceptionHandler
    ProblemDetail refused(AutomationRefused refused) {
        HttpStatus status = switch (refused.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
