package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.sandbox.carrier.ValidationFailed;

/** Answers the errors of the carriers' REST interfaces as the vendor does. */
@Hidden
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = RestProblemAdvice.class)
class RestProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(RestProblem problem) {
        return ResponseEntity.status(problem.status())
                .contentType(MediaType.APPLICATION_JSON)
                .body(problem.body());
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> invalid(ValidationFailed invalid) {
        return problem(RestProblem.badInput(String.valueOf(invalid.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unreadable(HttpMessageNotReadableException unreadable) {
        return problem(RestProblem.badInput("The request body is not a JSON object"));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> wrongType(HttpMediaTypeNotSupportedException wrong) {
        return problem(RestProblem.badInput("The content type must be application/json"));
    }
}
