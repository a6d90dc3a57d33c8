package org.throughline.exchange.webhook;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A request as far as messages tell of it. */
public record RequestState(
        String number,
        String processInstanceId,
        @Nullable String followUpId,
        String status,
        @Nullable String workType,
        @Nullable String clientId,
        @Nullable String clientName,
        Instant openedAt,
        @Nullable Instant closedAt,
        @Nullable Instant dueAt,
        @Nullable LocalDate hardDate) {

    /** The status of a request that was not given one yet. */
    private static final String FIRST = "NEW";

    static RequestState opened(RequestChange.Opened opened, String processInstanceId) {
        return new RequestState(
                opened.number(), processInstanceId, null, FIRST, null, null, null, opened.at(), null, null, null);
    }

    /** Status and closing are those of the latest follow-up, where there is one. */
    boolean isDecidedBy(RequestChange change) {
        return change.reopened() != null
                || change.processInstanceId().equals(followUpId)
                || (followUpId == null && !change.followUp());
    }

    RequestState after(RequestChange change) {
        Map<String, String> values = change.values();
        boolean decides = isDecidedBy(change);
        String due = values.get(RequestChange.DUE_AT);
        String hard = values.get(RequestChange.HARD_DATE);
        return new RequestState(
                number,
                processInstanceId,
                change.reopened() == null ? followUpId : change.processInstanceId(),
                decides ? values.getOrDefault(RequestChange.STATUS, status) : status,
                values.getOrDefault(RequestChange.WORK_TYPE, Objects.requireNonNullElse(workType, "")),
                values.getOrDefault(RequestChange.CLIENT_ID, Objects.requireNonNullElse(clientId, "")),
                values.getOrDefault(RequestChange.CLIENT_NAME, Objects.requireNonNullElse(clientName, "")),
                openedAt,
                decides ? change.closedAt() : closedAt,
                due == null ? dueAt : Instant.parse(due),
                hard == null ? hardDate : LocalDate.parse(hard));
    }
}
