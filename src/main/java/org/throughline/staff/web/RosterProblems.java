package org.throughline.staff.web;

import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.staff.roster.EntryRefused;
import org.throughline.staff.roster.ImportRefused;

/** Why an entry or a file was not taken, as problem details that list every error. */
@RestControllerAdvice("org.throughline.staff")
@Order(Ordered.HIGHEST_PRECEDENCE)
class RosterProblems {

    private static final String ERRORS = "errors";

    @ExceptionHandler
    ProblemDetail refused(EntryRefused refused) {
        int count = refused.faults().size();
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(
                HttpStatus.BAD_REQUEST,
                count == 1
                        ? refused.faults().get(0).field() + ": " + refused.getMessage()
                        : "Nothing was saved: " + count + " fields are wrong.");
        problem.setProperty(ERRORS, refused.faults());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(ImportRefused refused) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
        problem.setProperty(ERRORS, refused.outcome().errors());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail taken(DuplicateKeyException atTheSameTime) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "Somebody else changed the list at the same time. Load it again and repeat.");
    }
}
