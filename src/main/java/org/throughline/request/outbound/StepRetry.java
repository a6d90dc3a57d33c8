package org.throughline.request.outbound;

/** Lets the engine try again at once. */
public interface StepRetry {

    /**
     * Runs the steps of a request that ran out of tries, or wait for their next one, now; on record under the caller's name.
     *
     * @return how many steps; zero where none failed
     */
    int now(String requestNumber);
}
