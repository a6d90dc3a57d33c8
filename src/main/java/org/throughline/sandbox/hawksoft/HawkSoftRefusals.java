package org.throughline.sandbox.hawksoft;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.MissingServletRequestParameterException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.method.annotation.MethodArgumentTypeMismatchException;

/** The vendor answers plain text to everything it refuses. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = HawkSoftRefusals.class)
class HawkSoftRefusals {

    @ExceptionHandler
    ResponseEntity<String> refused(HawkSoftRefusal refusal) {
        return text(refusal.status(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException broken) {
        return text(HttpStatus.BAD_REQUEST, "The body is not the JSON that was expected");
    }

    @ExceptionHandler
    ResponseEntity<String> otherMediaType(HttpMediaTypeNotSupportedException other) {
        return text(HttpStatus.BAD_REQUEST, "The body must be application/json");
    }

    @ExceptionHandler
    ResponseEntity<String> missing(MissingServletRequestParameterException missing) {
        return text(HttpStatus.BAD_REQUEST, "The query parameter " + missing.getParameterName() + " is missing");
    }

    @ExceptionHandler
    ResponseEntity<String> otherType(MethodArgumentTypeMismatchException other) {
        return text(HttpStatus.BAD_REQUEST, "The value of " + other.getName() + " is not valid");
    }

    static ResponseEntity<String> text(HttpStatus status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
