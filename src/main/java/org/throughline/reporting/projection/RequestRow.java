package org.throughline.reporting.projection;

import java.time.Instant;
import java.util.Collections;
import java.util.EnumMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * One request as the read side holds it.
 *
 * @param values the columns that have a value; a column that is missing is null
 * @param touchedByPerson whether a person completed a task of the request or of a process below it, or chose its work
 *     type in triage
 * @param followUpId the latest process that follows up on the request, if there is one
 */
record RequestRow(
        String number,
        String tenantId,
        String processInstanceId,
        Map<RequestColumn, Object> values,
        Instant openedAt,
        @Nullable Instant closedAt,
        boolean touchedByPerson,
        @Nullable String followUpId) {

    RequestRow {
        Map<RequestColumn, Object> complete = new EnumMap<>(RequestColumn.class);
        complete.put(RequestColumn.STATUS, RequestColumn.FIRST_STATUS);
        complete.putAll(values);
        values = Collections.unmodifiableMap(complete);
    }
}
