package org.throughline.reporting;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;

/** How much of the work nobody had to touch: of all that was done, and of what an automation was set to. */
@Component
class StraightThroughReport implements ReportSource {

    private static final List<String> FIGURES =
            List.of("closed", "automated", "straightThrough", "shareOfClosed", "shareOfAutomated");

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    StraightThroughReport(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public ReportName name() {
        return ReportName.STRAIGHT_THROUGH;
    }

    @Override
    public Report of(Period period, List<String> groups, String generatedAt) {
        Grouping grouping = new Grouping(groups);
        String inner = "select " + Grouping.day("request.closed_at") + ", request.work_type, request.route,"
                + " request.queue, request.channel, case when request.touched_by_person then 0 else 1 end as untouched,"
                + " case when coalesce(automation.TEXT_, 'NONE') = 'NONE' then 0 else 1 end as automated"
                + " from service_request request left join ACT_HI_VARINST automation"
                + " on automation.PROC_INST_ID_ = request.process_instance_id and automation.NAME_ = 'automation'"
                + " and automation.EXECUTION_ID_ = automation.PROC_INST_ID_ and automation.STATE_ = 'CREATED'"
                + " where request.tenant_id = :tenant and request.closed_at >= :start and request.closed_at < :end";
        List<Map<String, @Nullable Object>> rows = jdbc.sql("select " + grouping.selected()
                        + "count(*) as closed, coalesce(sum(automated), 0) as automated,"
                        + " coalesce(sum(untouched), 0) as straight_through,"
                        + " coalesce(sum(untouched * automated), 0) as alone from (" + inner + ") counted"
                        + grouping.groupedBy() + grouping.orderedBy())
                .param("tenant", agency.tenant())
                .param("zone", period.zone().getId())
                .param("start", period.start())
                .param("end", period.end())
                .query((rs, index) -> {
                    Map<String, @Nullable Object> row = grouping.values(rs);
                    row.put("closed", rs.getLong("closed"));
                    row.put("automated", rs.getLong("automated"));
                    row.put("straightThrough", rs.getLong("straight_through"));
                    row.put("shareOfClosed", share(rs.getLong("straight_through"), rs.getLong("closed")));
                    row.put("shareOfAutomated", share(rs.getLong("alone"), rs.getLong("automated")));
                    return row;
                })
                .list();
        return Report.of(name(), period, generatedAt, groups, grouping.columns(FIGURES), rows);
    }

    private static @Nullable BigDecimal share(long part, long whole) {
        return whole == 0 ? null : BigDecimal.valueOf(part).divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
