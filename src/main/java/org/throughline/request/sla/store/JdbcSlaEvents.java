package org.throughline.request.sla.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.sla.SlaEvent;
import org.throughline.request.sla.SlaEvents;
import org.throughline.request.sla.SlaStage;

/** The table {@code sla_event}. */
@Repository
class JdbcSlaEvents implements SlaEvents {

    private static final int LONGEST_DETAIL = 1000;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcSlaEvents(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public void add(SlaEvent event) {
        String detail = event.detail();
        jdbc.sql("insert into sla_event (id, tenant_id, request_number, stage, happened_at, due_at, person, detail)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?)")
                .params(
                        UUID.randomUUID().toString(),
                        agency.tenant(),
                        event.requestNumber(),
                        event.stage().name(),
                        utc(event.at()),
                        utc(event.dueAt()))
                .param(event.person())
                .param(detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail)
                .update();
    }

    @Override
    public Set<SlaStage> reached(String requestNumber) {
        Set<SlaStage> stages = EnumSet.noneOf(SlaStage.class);
        jdbc.sql("select distinct stage from sla_event where request_number = ?")
                .param(requestNumber)
                .query(String.class)
                .list()
                .forEach(stage -> stages.add(SlaStage.valueOf(stage)));
        return stages;
    }

    @Override
    public List<SlaEvent> ofRequest(String requestNumber) {
        return jdbc
                .sql("select * from sla_event where request_number = ?")
                .param(requestNumber)
                .query((row, n) -> new SlaEvent(
                        row.getString("request_number"),
                        SlaStage.valueOf(row.getString("stage")),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("due_at", OffsetDateTime.class).toInstant(),
                        row.getString("person"),
                        row.getString("detail")))
                .list()
                .stream()
                .sorted(Comparator.comparing(SlaEvent::at).thenComparing(SlaEvent::stage))
                .toList();
    }

    private static OffsetDateTime utc(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
