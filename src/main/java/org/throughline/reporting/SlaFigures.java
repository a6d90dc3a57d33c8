package org.throughline.reporting;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/**
 * How requests kept to their due times: what was closed in the period, and what is open now. Requests that were opened
 * again after their closing are left out, as only their first closing was promised for a time.
 */
final class SlaFigures {

    /** Figures that are counts, each the sum of a column of {@link #rows}. */
    static final List<String> COUNTS = List.of("closed", "withinDue", "atRiskNow", "breachedNow", "pausedNow");

    static final List<String> COLUMNS = columns();

    static final String SUMS =
            COUNTS.stream().map(count -> "sum(" + count + ") as " + count).collect(Collectors.joining(", "));

    private static final String GROUPS = ", work_type, route, queue, channel, ";
    private static final String PROMISED = " from service_request request where tenant_id = :tenant"
            + " and sla_due_at is not null and follow_up_id is null and ";

    private SlaFigures() {}

    /** A row for each request, its figures 0 or 1; the days are expressions for the day that it counts for. */
    static String rows(String closingDay, String dueDay) {
        return "select " + closingDay + GROUPS
                + "1 as closed, case when closed_at <= sla_due_at then 1 else 0 end as withinDue,"
                + " 0 as atRiskNow, 0 as breachedNow, 0 as pausedNow" + PROMISED
                + "closed_at >= :start and closed_at < :end"
                + " union all select " + dueDay + GROUPS
                + "0 as closed, 0 as withinDue, case when sla_paused_at is null and sla_due_at >= :now and exists"
                + " (select 1 from sla_event event where event.request_number = request.number"
                + " and event.stage = 'AT_RISK') then 1 else 0 end as atRiskNow,"
                + " case when sla_paused_at is null and sla_due_at < :now then 1 else 0 end as breachedNow,"
                + " case when sla_paused_at is null then 0 else 1 end as pausedNow" + PROMISED + "closed_at is null";
    }

    private static List<String> columns() {
        List<String> columns = new ArrayList<>(COUNTS);
        columns.add("attainment");
        return List.copyOf(columns);
    }
}
