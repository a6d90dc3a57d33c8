package org.throughline.sandbox.ezlynx;

import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers refusals as the vendor does. */
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = EzLynxRefusals.class)
class EzLynxRefusals {

    @ExceptionHandler
    ResponseEntity<String> refused(Refused refusal) {
        return text(refusal.status(), String.valueOf(refusal.getMessage()));
    }

    @ExceptionHandler
    ResponseEntity<String> unreadable(HttpMessageNotReadableException broken) {
        return text(400, "The request body is not valid JSON.");
    }

    private static ResponseEntity<String> text(int status, String text) {
        return ResponseEntity.status(status).contentType(MediaType.TEXT_PLAIN).body(text);
    }
}
