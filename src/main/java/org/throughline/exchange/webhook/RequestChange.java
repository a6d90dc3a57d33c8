package org.throughline.exchange.webhook;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What one transaction changes of one request.
 *
 * @param followUp whether a process made it that follows up on the request
 * @param opened number and moment, where the request begins with it
 * @param reopened number of the request that a follow-up takes up
 * @param values the facts that were set, by name
 * @param closedAt when the process ended
 */
public record RequestChange(
        String processInstanceId,
        boolean followUp,
        @Nullable Opened opened,
        @Nullable String reopened,
        Map<String, String> values,
        @Nullable Instant closedAt) {

    /** Names of the facts that messages tell; moments are in ISO form. */
    public static final String STATUS = "status";

    public static final String WORK_TYPE = "workType";
    public static final String CLIENT_ID = "clientId";
    public static final String CLIENT_NAME = "clientName";
    public static final String DUE_AT = "slaDueAt";
    public static final String HARD_DATE = "hardDate";

    /** How a request begins. */
    public record Opened(String number, Instant at) {}
}
