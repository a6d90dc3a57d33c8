package org.throughline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.partner.PartnerViewer;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.DecisionRecord;
import org.throughline.request.RequestQuery;
import org.throughline.request.RequestReader;
import org.throughline.request.RequestView;
import org.throughline.request.RequestView.ClientReference;
import org.throughline.request.TimelineEntry;

/** Requests from the read side {@code service_request}, with what the engine and the link table add to each. */
@Repository
class JdbcRequestReader implements RequestReader {

    private final JdbcClient jdbc;
    private final Timeline timeline;
    private final DecisionHistory decisions;
    private final AgencyProfile agency;

    JdbcRequestReader(JdbcClient jdbc, Timeline timeline, DecisionHistory decisions, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.timeline = timeline;
        this.decisions = decisions;
        this.agency = agency;
    }

    /** A condition with its parameters. */
    private record Where(String sql, Map<String, Object> values) {}

    private record Named(String of, String value) {}

    @Override
    public long count(RequestQuery query) {
        Where where = where(query);
        return jdbc.sql("select count(*) from service_request where " + where.sql())
                .params(where.values())
                .query(Long.class)
                .single();
    }

    @Override
    public List<RequestView> find(RequestQuery query, int page, int size) {
        Where where = where(query);
        List<RequestView> rows = jdbc.sql("select * from service_request where " + where.sql()
                        + " order by opened_at desc, number desc" + " offset :skipped rows fetch next :size rows only")
                .params(where.values())
                .param("skipped", (long) page * size)
                .param("size", size)
                .query((row, n) -> view(row))
                .list();
        return rows.isEmpty() ? rows : completed(rows);
    }

    @Override
    public List<TimelineEntry> timeline(RequestView request) {
        return timeline.of(request);
    }

    @Override
    public List<DecisionRecord> decisions(RequestView request) {
        return decisions.of(request);
    }

    private Where where(RequestQuery query) {
        StringBuilder sql = new StringBuilder("tenant_id = :tenant");
        Map<String, Object> values = new HashMap<>();
        values.put("tenant", agency.tenant());
        equal(sql, values, "number", query.number());
        equal(sql, values, "status", query.status());
        equal(sql, values, "work_type", query.workType());
        equal(sql, values, "queue", query.queue());
        if (query.client() != null) {
            sql.append(" and (client_id = :client or lower(client_name) like :clientName)");
            values.put("client", query.client());
            values.put("clientName", "%" + query.client().toLowerCase(Locale.ROOT) + "%");
        }
        if (query.from() != null) {
            sql.append(" and opened_at >= :opened");
            values.put("opened", query.from().atOffset(ZoneOffset.UTC));
        }
        if (query.to() != null) {
            sql.append(" and opened_at < :before");
            values.put("before", query.to().atOffset(ZoneOffset.UTC));
        }
        if (query.partner() != null) {
            given(sql, values, query.partner());
        }
        return new Where(sql.toString(), values);
    }

    /** Requests that the partner was given and did not lose. */
    private static void given(StringBuilder sql, Map<String, Object> values, PartnerViewer partner) {
        sql.append(" and exists (select 1 from partner_assignment given where given.request_number = number"
                + " and given.tenant_id = :tenant and given.partner_id = :partner"
                + " and given.status in ('OFFERED', 'ACCEPTED', 'FINISHED', 'DONE')");
        values.put("partner", partner.partner());
        if (partner.queues() != null) {
            sql.append(" and given.queue in (:partnerQueues)");
            values.put("partnerQueues", partner.queues().isEmpty() ? List.of("") : partner.queues());
        }
        sql.append(")");
    }

    private static void equal(StringBuilder sql, Map<String, Object> values, String column, @Nullable String value) {
        if (value != null) {
            sql.append(" and ").append(column).append(" = :").append(column);
            values.put(column, value);
        }
    }

    /** Adds what stands elsewhere, with one statement a source for the whole page. */
    private List<RequestView> completed(List<RequestView> rows) {
        List<String> numbers = rows.stream().map(RequestView::number).toList();
        List<String> instances =
                rows.stream().map(RequestView::processInstanceId).toList();
        Map<String, List<String>> items = named(
                "select request_number, item_id from inbound_item_request where request_number in (:ids)"
                        + " order by linked_at, item_id",
                numbers);
        Map<String, List<String>> assignees = named(
                "select request.number, task.ASSIGNEE_ from ACT_HI_TASKINST task join service_request request"
                        + " on task.ROOT_PROC_INST_ID_ in (request.process_instance_id, request.follow_up_id)"
                        + " where request.number in (:ids) and task.END_TIME_ is null and task.ASSIGNEE_ is not null"
                        + " order by task.START_TIME_",
                numbers);
        Map<String, List<String>> evidence = named(
                "select PROC_INST_ID_, TEXT_ from ACT_HI_VARINST where PROC_INST_ID_ in (:ids)"
                        + " and NAME_ = 'completionEvidence' and TEXT_ is not null and STATE_ = 'CREATED'",
                instances);
        Map<String, OffsetDateTime> next = new HashMap<>();
        jdbc.sql("select request.number, min(job.DUEDATE_) from ACT_RU_JOB job"
                        + " join ACT_RU_EXECUTION execution on execution.ID_ = job.EXECUTION_ID_"
                        + " join service_request request on execution.ROOT_PROC_INST_ID_"
                        + " in (request.process_instance_id, request.follow_up_id)"
                        + " where request.number in (:ids) and job.TYPE_ = 'timer' group by request.number")
                .param("ids", numbers)
                .query((row, n) -> next.put(
                        row.getString(1),
                        row.getTimestamp(2)
                                .toInstant()
                                .atZone(agency.timeZone())
                                .toOffsetDateTime()))
                .list();
        return rows.stream()
                .map(row -> with(
                        row,
                        assignees.getOrDefault(row.number(), List.of()).stream()
                                .findFirst()
                                .orElse(null),
                        next.get(row.number()),
                        evidence.getOrDefault(row.processInstanceId(), List.of()),
                        items.getOrDefault(row.number(), List.of())))
                .toList();
    }

    private Map<String, List<String>> named(String sql, List<String> ids) {
        Map<String, List<String>> found = new HashMap<>();
        jdbc.sql(sql)
                .param("ids", ids)
                .query((row, n) -> new Named(row.getString(1), row.getString(2)))
                .list()
                .forEach(named -> found.computeIfAbsent(named.of(), of -> new ArrayList<>())
                        .add(named.value()));
        return found;
    }

    private RequestView view(ResultSet row) throws SQLException {
        String clientId = row.getString("client_id");
        return new RequestView(
                row.getString("number"),
                row.getString("work_type"),
                row.getString("status"),
                row.getString("route"),
                row.getString("queue"),
                null,
                row.getString("priority"),
                time(row, "sla_due_at"),
                row.getObject("hard_date", LocalDate.class),
                clientId == null ? null : new ClientReference(clientId, row.getString("client_name")),
                list(row.getString("policy_numbers")),
                row.getString("waiting_on"),
                null,
                List.of(),
                List.of(),
                row.getString("process_instance_id"),
                row.getString("channel"),
                row.getString("subject"),
                row.getString("state"),
                row.getObject("opened_at", OffsetDateTime.class)
                        .atZoneSameInstant(agency.timeZone())
                        .toOffsetDateTime(),
                time(row, "closed_at"));
    }

    private static RequestView with(
            RequestView row,
            @Nullable String assignee,
            @Nullable OffsetDateTime nextActionAt,
            List<String> completionEvidence,
            List<String> inboundItems) {
        return new RequestView(
                row.number(),
                row.workType(),
                row.status(),
                row.route(),
                row.queue(),
                assignee,
                row.priority(),
                row.slaDueAt(),
                row.hardDate(),
                row.client(),
                row.policies(),
                row.waitingOn(),
                nextActionAt,
                completionEvidence,
                inboundItems,
                row.processInstanceId(),
                row.channel(),
                row.subject(),
                row.state(),
                row.openedAt(),
                row.closedAt());
    }

    private @Nullable OffsetDateTime time(ResultSet row, String column) throws SQLException {
        OffsetDateTime time = row.getObject(column, OffsetDateTime.class);
        return time == null ? null : time.atZoneSameInstant(agency.timeZone()).toOffsetDateTime();
    }

    private static List<String> list(@Nullable String text) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(",")).map(String::strip).toList();
    }
}
