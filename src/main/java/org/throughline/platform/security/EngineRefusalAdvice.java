package org.throughline.platform.security;

import org.operaton.bpm.engine.AuthorizationException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what the engine's own authorizations refuse like any other refusal. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class EngineRefusalAdvice {

    @ExceptionHandler
    ProblemDetail refused(AuthorizationException refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.FORBIDDEN, "Your role does not allow this. Ask an administrator.");
    }
}
