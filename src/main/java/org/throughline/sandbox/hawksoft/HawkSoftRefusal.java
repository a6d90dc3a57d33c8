package org.throughline.sandbox.hawksoft;

import org.springframework.http.HttpStatus;

/** A call that the simulated system refuses: a status and a line of plain text. Texts but two are ours. */
class HawkSoftRefusal extends RuntimeException {

    private final HttpStatus status;

    HawkSoftRefusal(HttpStatus status, String text) {
        super(text);
        this.status = status;
    }

    static HawkSoftRefusal badRequest(String text) {
        return new HawkSoftRefusal(HttpStatus.BAD_REQUEST, text);
    }

    static HawkSoftRefusal noSuchClient() {
        return new HawkSoftRefusal(HttpStatus.NOT_FOUND, "The requested client was not found");
    }

    HttpStatus status() {
        return status;
    }
}
