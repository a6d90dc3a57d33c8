package org.throughline.partner.store;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerAssignments;
import org.throughline.partner.PartnerResult;
import org.throughline.partner.PartnerViewer;
import org.throughline.platform.AgencyProfile;

/** Partners' work in {@code partner_assignment}, its files and its invoice lines. */
@Repository
class JdbcPartnerAssignments implements PartnerAssignments {

    private static final String VISIBLE = "status in ('OFFERED', 'ACCEPTED', 'FINISHED', 'DONE')";
    private static final String UNIT_TAKEN = "status in ('OFFERED', 'ACCEPTED', 'FINISHED', 'DONE', 'RETURNED')";

    private final JdbcClient jdbc;
    private final AssignmentRows rows;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcPartnerAssignments(JdbcClient jdbc, AssignmentRows rows, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.rows = rows;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public String offer(Offer offer) {
        String id = UUID.randomUUID().toString();
        sql("insert into partner_assignment (id, tenant_id, request_number, process_instance_id, partner_id, queue,"
                        + " work_type, status, price, currency, unit, units, packet, source_item_id, offered_at, accept_by)"
                        + " values (:id, :tenant, :request, :process, :partner, :queue, :workType, :status, :price,"
                        + " :currency, :unit, 1, :packet, :item, :now, :acceptBy)")
                .param("id", id)
                .param("request", offer.requestNumber())
                .param("process", offer.process())
                .param("partner", offer.partner())
                .param("queue", offer.work().queue())
                .param("workType", offer.work().workType())
                .param("status", Status.OFFERED.name())
                .param("price", offer.work().price())
                .param("currency", offer.work().currency())
                .param("unit", offer.work().unit())
                .param("packet", rows.json(offer.packet()))
                .param("item", offer.sourceItem())
                .param("now", now())
                .param("acceptBy", utc(offer.acceptBy()))
                .update();
        return id;
    }

    @Override
    public Optional<PartnerAssignment> find(String id) {
        return sql("select * from partner_assignment where tenant_id = :tenant and id = :id")
                .param("id", id)
                .query(rows)
                .optional();
    }

    @Override
    public Optional<PartnerAssignment> latest(String process) {
        return sql("select * from partner_assignment where tenant_id = :tenant and process_instance_id = :process"
                        + " order by offered_at desc, case when closed_at is null then 0 else 1 end"
                        + " fetch next 1 rows only")
                .param("process", process)
                .query(rows)
                .optional();
    }

    @Override
    public Set<String> tried(String process) {
        return new HashSet<>(sql("select partner_id from partner_assignment where tenant_id = :tenant"
                        + " and process_instance_id = :process")
                .param("process", process)
                .query(String.class)
                .list());
    }

    @Override
    @Transactional
    public int unitsSince(String partner, Instant moment) {
        sql("select id from partner where tenant_id = :tenant and id = :partner for update")
                .param("partner", partner)
                .query(String.class)
                .list();
        return sql("select coalesce(sum(units), 0) from partner_assignment where tenant_id = :tenant"
                        + " and partner_id = :partner and offered_at >= :moment and " + UNIT_TAKEN)
                .param("partner", partner)
                .param("moment", utc(moment))
                .query(Integer.class)
                .single();
    }

    @Override
    public void accepted(String id, String person) {
        update("status = 'ACCEPTED', accepted_at = :now, accepted_by = :person", id)
                .param("now", now())
                .param("person", person)
                .update();
    }

    @Override
    public void finished(String id, PartnerResult result, @Nullable String license) {
        update(
                        "status = 'FINISHED', finished_at = :now, done_by = :person, license = :license, result = :result,"
                                + " note = :note, minutes = :minutes, units = :units,"
                                + " accepted_at = coalesce(accepted_at, :now), accepted_by = coalesce(accepted_by, :person)",
                        id)
                .param("now", now())
                .param("person", result.doneBy())
                .param("license", license)
                .param("result", result.result())
                .param("note", result.note())
                .param("minutes", result.minutes())
                .param("units", result.units())
                .update();
    }

    @Override
    public void reviewed(String id, int score, String person) {
        update("qa_score = :score, qa_by = :person", id)
                .param("score", score)
                .param("person", person)
                .update();
    }

    @Override
    public void close(String id, Status status, @Nullable String reason) {
        update("status = :status, closed_at = :now, reason = coalesce(:reason, reason)", id)
                .param("status", status.name())
                .param("now", now())
                .param("reason", reason)
                .update();
    }

    @Override
    public void invoice(PartnerAssignment assignment) {
        sql("insert into partner_invoice_line (assignment_id, tenant_id, partner_id, request_number, work_type, unit,"
                        + " units, price, amount, currency, finished_at) values (:id, :tenant, :partner, :request,"
                        + " :workType, :unit, :units, :price, :amount, :currency, :finished)")
                .param("id", assignment.id())
                .param("partner", assignment.partner())
                .param("request", assignment.requestNumber())
                .param("workType", assignment.workType())
                .param("unit", assignment.unit())
                .param("units", assignment.units())
                .param("price", assignment.price())
                .param("amount", assignment.price().multiply(BigDecimal.valueOf(assignment.units())))
                .param("currency", assignment.currency())
                .param("finished", assignment.finishedAt() == null ? now() : utc(assignment.finishedAt()))
                .update();
    }

    @Override
    public List<PartnerAssignment> find(Query query, int page, int size) {
        Map<String, Object> values = new HashMap<>();
        return sql("select * from partner_assignment where " + where(query, values)
                        + " order by offered_at desc, id offset :skipped rows fetch next :size rows only")
                .params(values)
                .param("skipped", (long) page * size)
                .param("size", size)
                .query(rows)
                .list();
    }

    @Override
    public long count(Query query) {
        Map<String, Object> values = new HashMap<>();
        return sql("select count(*) from partner_assignment where " + where(query, values))
                .params(values)
                .query(Long.class)
                .single();
    }

    @Override
    public Map<String, PartnerAssignment> visible(PartnerViewer viewer, Collection<String> requestNumbers) {
        Map<String, PartnerAssignment> seen = new HashMap<>();
        if (!requestNumbers.isEmpty()) {
            Map<String, Object> values = new HashMap<>();
            sql("select * from partner_assignment where " + where(new Query(viewer, null, null), values)
                            + " and request_number in (:numbers) order by offered_at")
                    .params(values)
                    .param("numbers", requestNumbers)
                    .query(rows)
                    .list()
                    .forEach(assignment -> seen.put(assignment.requestNumber(), assignment));
        }
        return seen;
    }

    @Override
    public void addFile(String id, String documentId) {
        sql("insert into partner_file (document_id, assignment_id, tenant_id) values (:document, :id, :tenant)")
                .param("document", documentId)
                .param("id", id)
                .update();
    }

    @Override
    public Set<String> files(String id) {
        return new HashSet<>(
                sql("select document_id from partner_file where tenant_id = :tenant and assignment_id = :id")
                        .param("id", id)
                        .query(String.class)
                        .list());
    }

    private static String where(Query query, Map<String, Object> values) {
        StringBuilder where = new StringBuilder("tenant_id = :tenant");
        @Nullable PartnerViewer viewer = query.viewer();
        if (viewer != null) {
            where.append(" and ").append(VISIBLE).append(" and partner_id = :viewer");
            values.put("viewer", viewer.partner());
            if (viewer.queues() != null) {
                where.append(" and queue in (:queues)");
                values.put("queues", viewer.queues().isEmpty() ? List.of("") : viewer.queues());
            }
        }
        if (query.status() != null) {
            where.append(" and status = :status");
            values.put("status", query.status().name());
        }
        if (query.partner() != null) {
            where.append(" and partner_id = :partner");
            values.put("partner", query.partner());
        }
        return where.toString();
    }

    private StatementSpec update(String columns, String id) {
        return sql("update partner_assignment set " + columns + " where tenant_id = :tenant and id = :id")
                .param("id", id);
    }

    private StatementSpec sql(String statement) {
        return jdbc.sql(statement).param("tenant", agency.tenant());
    }

    private OffsetDateTime now() {
        return utc(clock.instant());
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
