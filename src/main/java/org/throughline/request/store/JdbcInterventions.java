package org.throughline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.Intervention;
import org.throughline.request.Interventions;

/** The table {@code request_intervention}. */
@Repository
class JdbcInterventions implements Interventions {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcInterventions(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Intervention add(New done) {
        Intervention kept = new Intervention(
                UUID.randomUUID().toString(),
                done.requestNumber(),
                done.kind(),
                done.person(),
                done.what(),
                done.words(),
                done.externalId(),
                clock.instant());
        jdbc.sql("insert into request_intervention (id, tenant_id, request_number, kind, person, what, words,"
                        + " external_id, happened_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .params(Arrays.asList(
                        kept.id(),
                        agency.tenant(),
                        kept.requestNumber(),
                        kept.kind().name(),
                        kept.person(),
                        kept.what(),
                        kept.words(),
                        kept.externalId(),
                        kept.at().atOffset(ZoneOffset.UTC)))
                .update();
        return kept;
    }

    @Override
    public List<Intervention> ofRequest(String requestNumber) {
        return jdbc.sql("select * from request_intervention where tenant_id = ? and request_number = ?"
                        + " order by happened_at, id")
                .params(agency.tenant(), requestNumber)
                .query((row, n) -> read(row))
                .list();
    }

    @Override
    public Optional<Intervention> find(String requestNumber, String externalId) {
        return jdbc.sql("select * from request_intervention where tenant_id = ? and request_number = ?"
                        + " and external_id = ?")
                .params(agency.tenant(), requestNumber, externalId)
                .query((row, n) -> read(row))
                .optional();
    }

    private static Intervention read(ResultSet row) throws SQLException {
        return new Intervention(
                row.getString("id"),
                row.getString("request_number"),
                Intervention.Kind.valueOf(row.getString("kind")),
                row.getString("person"),
                row.getString("what"),
                row.getString("words"),
                row.getString("external_id"),
                row.getObject("happened_at", OffsetDateTime.class).toInstant());
    }
}
