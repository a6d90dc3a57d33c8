package org.throughline.request;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A service request as it stands.
 *
 * @param assignee who has claimed its open task
 * @param waitingOn CLIENT, CARRIER, LENDER, PARTNER, INTERNAL or SIGNATURE while it waits
 * @param nextActionAt when it acts by itself next, such as with a reminder
 */
public record RequestView(
        String number,
        @Nullable String workType,
        String status,
        @Nullable String route,
        @Nullable String queue,
        @Nullable String assignee,
        @Nullable String priority,
        @Nullable OffsetDateTime slaDueAt,
        @Nullable LocalDate hardDate,
        @Nullable ClientReference client,
        List<String> policies,
        @Nullable String waitingOn,
        @Nullable OffsetDateTime nextActionAt,
        List<String> completionEvidence,
        List<String> inboundItems,
        String processInstanceId,
        @Nullable String channel,
        @Nullable String subject,
        @Nullable String state,
        OffsetDateTime openedAt,
        @Nullable OffsetDateTime closedAt) {

    /** The client as the agency management system knows it. */
    public record ClientReference(String id, @Nullable String name) {}
}
