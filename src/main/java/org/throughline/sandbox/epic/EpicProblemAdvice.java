package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.context.annotation.Profile;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.HttpMediaTypeNotSupportedException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers the simulated system's errors as the vendor does. */
@Hidden
@Profile("sandbox")
@Order(Ordered.HIGHEST_PRECEDENCE)
@RestControllerAdvice(basePackageClasses = EpicProblemAdvice.class)
class EpicProblemAdvice {

    @ExceptionHandler
    ResponseEntity<ObjectNode> problem(EpicProblem problem, HttpServletRequest request) {
        return answer(
                problem.status(),
                EpicHal.problem(
                        request,
                        problem.status(),
                        problem.title(),
                        String.valueOf(problem.getMessage()),
                        problem.details()));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> unreadable(HttpMessageNotReadableException unreadable, HttpServletRequest request) {
        return answer(400, EpicHal.problem(request, 400, "Bad Request", "The body is not a JSON object"));
    }

    @ExceptionHandler
    ResponseEntity<ObjectNode> wrongType(HttpMediaTypeNotSupportedException wrong, HttpServletRequest request) {
        return answer(415, EpicHal.problem(request, 415, "Unsupported Media Type", wrong.getMessage()));
    }

    private static ResponseEntity<ObjectNode> answer(int status, ObjectNode problem) {
        return ResponseEntity.status(status)
                .contentType(MediaType.parseMediaType(EpicHal.PROBLEM))
                .body(problem);
    }
}
