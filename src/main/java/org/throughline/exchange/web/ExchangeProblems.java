package org.throughline.exchange.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.exchange.importing.Imports;
import org.throughline.exchange.spreadsheet.UnreadableSheet;
import org.throughline.exchange.webhook.Receivers;

/** What a file as a whole, a webhook or its moment is refused for. */
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

    /** A wrong address is the caller's to correct, and the rest a matter of how things stand. */
    @ExceptionHandler
    ProblemDetail refused(Receivers.Refused refused) {
        String sentence = String.valueOf(refused.getMessage());
        return ProblemDetail.forStatusAndDetail(
                refused.isAboutAddress() ? HttpStatus.BAD_REQUEST : HttpStatus.CONFLICT, sentence);
    }
}
