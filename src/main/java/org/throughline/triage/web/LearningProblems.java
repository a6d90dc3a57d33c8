package org.throughline.triage.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.triage.learning.LearningRefused;

/** What an analyst cannot do and why, as problem details. */
@RestControllerAdvice("org.throughline.triage")
@Order(Ordered.HIGHEST_PRECEDENCE)
class LearningProblems {

    @ExceptionHandler
    ProblemDetail refused(LearningRefused refused) {
        HttpStatus status = switch (refused.kind()) {
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case INVALID -> HttpStatus.BAD_REQUEST;
            case CONFLICT -> HttpStatus.CONFLICT;
        };
        return ProblemDetail.forStatusAndDetail(status, String.valueOf(refused.getMessage()));
    }
}
