package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.springframework.web.server.ResponseStatusException;

/** The vendor's servers answer a short message to what they cannot serve. */
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = NowCertsProblems.class)
class NowCertsProblems {

    @ExceptionHandler
    ResponseEntity<ObjectNode> refused(ResponseStatusException refusal, HttpServletRequest request) {
        String reason = refusal.getReason();
        return answer(
                refusal.getStatusCode(),
                reason == null
                        ? "No HTTP resource was found that matches the request URI '" + request.getRequestURI() + "'."
                        : reason);
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> query(IllegalArgumentException broken) {
        return answer(
                HttpStatus.BAD_REQUEST, "The query specified in the URI is not valid. " + broken.getMessage() + ".");
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unreadable(HttpMessageNotReadableException broken) {
        return answer(HttpStatus.BAD_REQUEST, "The request is invalid.");
    }

    private static ResponseEntity<ObjectNode> answer(HttpStatusCode status, String message) {
        return ResponseEntity.status(status)
                .contentType(MediaType.APPLICATION_JSON)
                .body(Answers.JSON.createObjectNode().put("message", message));
    }
}
