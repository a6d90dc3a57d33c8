package org.throughline.platform.web;

import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** Refusals with a sentence for the caller; they leave the application as problem details. */
public final class Problem {

    private Problem() {}

    public static ResponseStatusException notFound(String sentence) {
        return new ResponseStatusException(HttpStatus.NOT_FOUND, sentence);
    }

    public static ResponseStatusException badRequest(String sentence) {
        return new ResponseStatusException(HttpStatus.BAD_REQUEST, sentence);
    }

    public static ResponseStatusException forbidden(String sentence) {
        return new ResponseStatusException(HttpStatus.FORBIDDEN, sentence);
    }

    public static ResponseStatusException conflict(String sentence) {
        return new ResponseStatusException(HttpStatus.CONFLICT, sentence);
    }
}
