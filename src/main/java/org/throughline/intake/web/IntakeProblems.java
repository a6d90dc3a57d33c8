package org.throughline.intake.web;

import java.util.Map;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;
import org.throughline.intake.mail.Spool;

/** What is wrong with a submission, said to whoever sent it. */
@RestControllerAdvice("org.throughline.intake")
@Order(Ordered.HIGHEST_PRECEDENCE)
class IntakeProblems {

    @ExceptionHandler
    ProblemDetail tooLarge(Spool.TooLarge tooLarge) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.PAYLOAD_TOO_LARGE,
                "The message is larger than " + megabytes(tooLarge.limit()) + " MB. Send it in smaller parts.");
    }

    private static String megabytes(long bytes) {
        double megabytes = bytes / (1024.0 * 1024.0);
        return megabytes < 1 ? Double.toString(megabytes) : Long.toString(Math.round(megabytes));
    }

    @ExceptionHandler
    ProblemDetail badSubmission(BadSubmission bad) {
        ProblemDetail problem =
                ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(bad.getMessage()));
        problem.setProperties(Map.of("field", bad.field()));
        return problem;
    }
}
