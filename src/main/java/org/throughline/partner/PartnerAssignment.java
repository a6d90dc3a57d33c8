package org.throughline.partner;

import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Work of one request that was offered to one partner.
 *
 * @param process id of the process instance that offered it
 * @param price for one {@code unit}, in {@code currency}, as agreed when it was offered
 * @param units how many; one until the partner says more
 * @param sourceItem the message that the packet was made of
 * @param acceptBy until when the partner has to accept
 * @param doneBy user id of the partner's person who did it
 * @param minutes how long it took
 * @param reason why it was declined or returned
 * @param score of the quality review, 1 to 5
 */
public record PartnerAssignment(
        String id,
        String requestNumber,
        String process,
        String partner,
        String queue,
        String workType,
        Status status,
        BigDecimal price,
        String currency,
        String unit,
        int units,
        Packet packet,
        @Nullable String sourceItem,
        Instant offeredAt,
        Instant acceptBy,
        @Nullable Instant acceptedAt,
        @Nullable String acceptedBy,
        @Nullable Instant finishedAt,
        @Nullable String doneBy,
        @Nullable String result,
        @Nullable String note,
        @Nullable Integer minutes,
        @Nullable String reason,
        @Nullable Integer score) {

    /** Where the work stands. */
    public enum Status {
        /** The partner has not answered yet. */
        OFFERED,
        /** The partner works on it. */
        ACCEPTED,
        /** The partner has sent its result; the agency may look at it. */
        FINISHED,
        /** Accepted by the agency, and on the invoice. */
        DONE,
        /** The partner did not want it. */
        DECLINED,
        /** The partner did not accept in time. */
        LATE,
        /** The partner gave it back, or the agency did not accept the result. */
        RETURNED,
        /** The request went on without it. */
        WITHDRAWN;

        /** The partner may still work on it. */
        public boolean isOpen() {
            return this == OFFERED || this == ACCEPTED;
        }

        /** The partner still sees it. */
        public boolean isVisible() {
            return isOpen() || this == FINISHED || this == DONE;
        }
    }
}
