package org.throughline.sandbox.vendor;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The ways in which the simulated system can misbehave; stays until it is set back, or until the process ends. */
public enum Fault {
    NONE("none"),
    /** HTTP 503 to every call, nothing is done. */
    DOWN("down"),
    /** The call takes effect, its answer comes after the client has given up. */
    SLOW("slow"),
    /** HTTP 429 to every call, nothing is done. */
    TOO_MANY("429"),
    /** A write takes effect and is answered with HTTP 500; reads work. */
    ERROR_AFTER_EFFECT("500-after-effect"),
    /**
     * A write is kept in part and answered with HTTP 500; what is lost is each simulator's to say, half of a file's bytes
     * for one. Reads work.
     */
    HALF_WRITTEN("half-written"),
    /** Every login made before is void, and one made meanwhile is good for five calls. */
    STALE_TOKEN("stale-token"),
    /** The call takes effect, its answer is JSON cut in the middle. */
    MALFORMED("malformed"),
    /** The call takes effect, its answer is a page of HTML. */
    WRONG_CONTENT_TYPE("wrong-content-type");

    private final String mode;

    Fault(String mode) {
        this.mode = mode;
    }

    public String mode() {
        return mode;
    }

    public static Optional<Fault> of(String mode) {
        String wanted = mode.strip().toLowerCase(Locale.ROOT);
        return Arrays.stream(values())
                .filter(fault -> fault.mode.equals(wanted))
                .findFirst();
    }
}
