package org.throughline.exchange.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.exchange.importing.Imports;
import org.throughline.exchange.spreadsheet.UnreadableSheet;

/** What a file as a whole, or its moment, is refused for. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class ExchangeProblems {

    @ExceptionHandler
    ProblemDetail unreadable(UnreadableSheet file) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.UNPROCESSABLE_ENTITY, String.valueOf(file.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail busy(Imports.Busy busy) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, String.valueOf(busy.getMessage()));
    }
}
