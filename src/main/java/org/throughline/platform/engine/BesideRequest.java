package org.throughline.platform.engine;

import java.util.List;

/**
 * Business keys of processes that run beside a request. Each has a mark before the request's number, since a process under
 * the number itself would count as work on the request.
 */
public final class BesideRequest {

    /** Sends a person's message to the requester. */
    public static final String MESSAGE = "MSG-";

    /** Tells a carrier that what was submitted is not wanted any more. */
    public static final String CARRIER_WITHDRAWAL = "WDR-";

    private static final List<String> MARKS = List.of("", MESSAGE, CARRIER_WITHDRAWAL);

    private BesideRequest() {}

    /** The number, and the keys beside it under which writes of the request may be carried out. */
    public static List<String> keys(String requestNumber) {
        return MARKS.stream().map(mark -> mark + requestNumber).toList();
    }

    /** The number of the request that a key belongs to. */
    public static String number(String key) {
        return MARKS.stream()
                .filter(mark -> !mark.isEmpty() && key.startsWith(mark))
                .findFirst()
                .map(mark -> key.substring(mark.length()))
                .orElse(key);
    }
}
