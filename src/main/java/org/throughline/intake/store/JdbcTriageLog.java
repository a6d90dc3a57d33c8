package org.throughline.intake.store;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.intake.TriageLog;
import org.throughline.platform.AgencyProfile;

/** Triage decisions in {@code triage_decision}. */
@Component
class JdbcTriageLog implements TriageLog {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcTriageLog(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public void add(Entry entry) {
        jdbc.sql("insert into triage_decision (id, tenant_id, item_id, model_version, suggested_type, confidence,"
                        + " decision, decided_types, request_number, client_id, decided_by, decided_at)"
                        + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        UUID.randomUUID().toString(),
                        agency.tenant(),
                        entry.itemId(),
                        Texts.column(entry.modelVersion(), 100),
                        entry.suggestedType(),
                        entry.confidence(),
                        entry.decision(),
                        Texts.column(String.join(",", entry.decidedTypes()), 500),
                        entry.requestNumber(),
                        entry.clientId(),
                        entry.person(),
                        OffsetDateTime.ofInstant(clock.instant(), ZoneOffset.UTC)))
                .update();
    }

    @Override
    public Optional<String> clientOf(String itemId) {
        return jdbc
                .sql("select client_id from triage_decision where tenant_id = ? and item_id = ?"
                        + " and client_id is not null order by decided_at desc")
                .params(agency.tenant(), itemId)
                .query(String.class)
                .list()
                .stream()
                .findFirst();
    }
}
