package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.staff.Staff;
import org.throughline.staff.StaffMember;

/**
 * What closed requests took: writes that were made without anybody keying them, tasks and minutes of our own people, work
 * of partners and their fees. Minutes run from the moment somebody took a task until it was done; where a role has no
 * rate, or fees are in another currency, the sum stays empty rather than wrong.
 */
@Component
class CostReport implements ReportSource {

    private static final List<String> FIGURES = List.of(
            "closed",
            "automationTouches",
            "staffTouches",
            "partnerTouches",
            "staffMinutes",
            "meanStaffMinutes",
            "staffCost",
            "partnerFees",
            "cost",
            "costPerRequest",
            "currency");

    private static final String CLOSED =
            " where request.tenant_id = :tenant and request.closed_at >= :start and request.closed_at < :end";

    private final JdbcClient jdbc;
    private final Staff staff;
    private final CostProperties properties;
    private final AgencyProfile agency;

    CostReport(JdbcClient jdbc, Staff staff, CostProperties properties, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.staff = staff;
        this.properties = properties;
        this.agency = agency;
    }

    @Override
    public ReportName name() {
        return ReportName.COST;
    }

    @Override
    public Report of(Period period, List<String> groups, String generatedAt) {
        Grouping grouping = new Grouping(groups);
        Map<Map<String, @Nullable Object>, Effort> efforts = new LinkedHashMap<>();
        for (Count count : List.of(closed(), written(), carriedOut(), billed())) {
            read(count, period, grouping, efforts);
        }
        List<Map<String, @Nullable Object>> rows = efforts.entrySet().stream()
                .map(entry -> entry.getValue().row(entry.getKey(), properties.currency()))
                .toList();
        return Report.of(name(), period, generatedAt, groups, grouping.columns(FIGURES), rows);
    }

    private interface Reader {
        void read(Effort effort, ResultSet rs) throws SQLException;
    }

    /**
     * What is counted of the closed requests.
     *
     * @param join tables beside the request
     * @param columns what is taken from them
     * @param figures sums over the columns
     * @param further column that the figures are told apart by, beside the groups; empty for none
     */
    private record Count(String join, String columns, String figures, String further, Reader reader) {}

    private static Count closed() {
        return new Count("", "", "count(*) as figure", "", (effort, rs) -> effort.closed = rs.getLong("figure"));
    }

    private static Count written() {
        String join = " join outbound_write written on written.request_number = request.number"
                + " and written.tenant_id = request.tenant_id and written.status = 'DONE'";
        return new Count(
                join, "", "count(*) as figure", "", (effort, rs) -> effort.automationTouches = rs.getLong("figure"));
    }

    /** The claim is the last time that the task was given to somebody; a task that was pushed counts from its beginning. */
    private Count carriedOut() {
        Map<String, StaffMember> people =
                staff.all().stream().collect(Collectors.toMap(StaffMember::userId, Function.identity()));
        String join = " join ACT_HI_TASKINST task on task.ROOT_PROC_INST_ID_"
                + " in (request.process_instance_id, request.follow_up_id)"
                + " and task.DELETE_REASON_ = 'completed' and task.ASSIGNEE_ is not null";
        String taken = "coalesce((select max(link.TIMESTAMP_) from ACT_HI_IDENTITYLINK link where link.TASK_ID_ ="
                + " task.ID_ and link.TYPE_ = 'assignee' and link.OPERATION_TYPE_ = 'add'), task.START_TIME_)";
        String minutes = ", task.ASSIGNEE_ as person, least(extract(epoch from (task.END_TIME_ - " + taken
                + ")) / 60.0, " + properties.longestTask().toMinutes() + ") as minutes";
        return new Count(
                join,
                minutes,
                "person, count(*) as figure, sum(minutes) as minutes",
                "person",
                (effort, rs) -> effort.carriedOut(
                        people.get(rs.getString("person")),
                        rs.getLong("figure"),
                        rs.getBigDecimal("minutes"),
                        properties));
    }

    private Count billed() {
        String join = " join partner_invoice_line line on line.request_number = request.number"
                + " and line.tenant_id = request.tenant_id";
        return new Count(
                join,
                ", line.currency as currency, line.amount as amount",
                "currency, count(*) as figure, sum(amount) as amount",
                "currency",
                (effort, rs) -> effort.billed(
                        rs.getLong("figure"),
                        rs.getBigDecimal("amount"),
                        rs.getString("currency").equals(properties.currency())));
    }

    private void read(
            Count count, Period period, Grouping grouping, Map<Map<String, @Nullable Object>, Effort> efforts) {
        String inner = "select " + Grouping.day("request.closed_at")
                + ", request.work_type, request.route, request.queue, request.channel" + count.columns()
                + " from service_request request" + count.join() + CLOSED;
        String further = count.further();
        String by = grouping.groupedBy().isEmpty()
                ? (further.isEmpty() ? "" : " group by " + further)
                : grouping.groupedBy() + (further.isEmpty() ? "" : ", " + further);
        StatementSpec statement = jdbc.sql("select " + grouping.selected() + count.figures() + " from (" + inner
                        + ") counted" + by + grouping.orderedBy())
                .param("tenant", agency.tenant())
                .param("zone", period.zone().getId())
                .param("start", period.start())
                .param("end", period.end());
        statement
                .query((rs, index) -> {
                    Effort effort = efforts.computeIfAbsent(grouping.values(rs), group -> new Effort());
                    count.reader().read(effort, rs);
                    return effort;
                })
                .list();
    }

    /** What the requests of a group took. */
    private static final class Effort {
        private long closed;
        private long automationTouches;
        private long staffTouches;
        private long partnerTouches;
        private BigDecimal staffMinutes = BigDecimal.ZERO;
        private @Nullable BigDecimal staffCost = BigDecimal.ZERO;
        private @Nullable BigDecimal partnerFees = BigDecimal.ZERO;

        /** A partner's people are paid by their firm's fees. A person without a rate leaves the minutes, and no sum. */
        private void carriedOut(
                @Nullable StaffMember person, long tasks, BigDecimal minutes, CostProperties properties) {
            if (person != null && person.partner() != null) {
                return;
            }
            staffTouches += tasks;
            staffMinutes = staffMinutes.add(minutes);
            @Nullable
            BigDecimal rate = person == null ? null : properties.hourlyRates().get(person.role());
            staffCost = staffCost == null || rate == null
                    ? null
                    : staffCost.add(rate.multiply(minutes).divide(BigDecimal.valueOf(60), 6, RoundingMode.HALF_UP));
        }

        private void billed(long lines, BigDecimal amount, boolean inOurCurrency) {
            partnerTouches += lines;
            partnerFees = partnerFees == null || !inOurCurrency ? null : partnerFees.add(amount);
        }

        private Map<String, @Nullable Object> row(Map<String, @Nullable Object> group, String currency) {
            Map<String, @Nullable Object> row = new LinkedHashMap<>(group);
            @Nullable BigDecimal cost = staffCost == null || partnerFees == null ? null : staffCost.add(partnerFees);
            row.put("closed", closed);
            row.put("automationTouches", automationTouches);
            row.put("staffTouches", staffTouches);
            row.put("partnerTouches", partnerTouches);
            row.put("staffMinutes", staffMinutes.setScale(2, RoundingMode.HALF_UP));
            row.put("meanStaffMinutes", each(staffMinutes, closed));
            row.put("staffCost", money(staffCost));
            row.put("partnerFees", money(partnerFees));
            row.put("cost", money(cost));
            row.put("costPerRequest", cost == null ? null : money(each(cost, closed)));
            row.put("currency", currency);
            return row;
        }

        private static @Nullable BigDecimal each(BigDecimal all, long count) {
            return count == 0 ? null : all.divide(BigDecimal.valueOf(count), 2, RoundingMode.HALF_UP);
        }

        private static @Nullable String money(@Nullable BigDecimal amount) {
            return amount == null
                    ? null
                    : amount.setScale(2, RoundingMode.HALF_UP).toPlainString();
        }
    }
}
