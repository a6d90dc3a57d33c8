package org.throughline.exchange.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.exchange.exporting.ExportQuery;
import org.throughline.exchange.exporting.OpenWork;
import org.throughline.platform.AgencyProfile;

/** Open requests from {@code service_request}, read page by page so that no connection is held while somebody downloads. */
@Component
class JdbcOpenWork implements OpenWork {

    private static final int PAGE = 500;

    private static final String OPEN =
            "select number, work_type, client_id, client_name, policy_numbers, subject, hard_date,"
                    + " status, queue, priority, opened_at, sla_due_at from service_request"
                    + " where tenant_id = :tenant and closed_at is null and number > :after"
                    + " and (cast(:client as varchar(300)) is null or lower(client_name) like :client)"
                    + " and (cast(:state as varchar(2)) is null or state = :state)"
                    + " and (cast(:workType as varchar(40)) is null or work_type = :workType)"
                    + " and (cast(:queue as varchar(40)) is null or queue = :queue)"
                    + " order by number fetch first " + PAGE + " rows only";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcOpenWork(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public void each(ExportQuery query, Consumer<Row> reader) {
        String after = "";
        List<Row> page;
        do {
            page = page(query, after);
            for (Row row : page) {
                reader.accept(row);
                after = row.number();
            }
        } while (page.size() == PAGE);
    }

    private List<Row> page(ExportQuery query, String after) {
        String client = query.client();
        String state = query.state();
        return jdbc.sql(OPEN)
                .param("tenant", agency.tenant())
                .param("after", after)
                .param("client", client == null ? null : "%" + client.toLowerCase(Locale.ROOT) + "%")
                .param("state", state == null ? null : state.toUpperCase(Locale.ROOT))
                .param("workType", query.workType())
                .param("queue", query.queue())
                .query((row, n) -> row(row))
                .list();
    }

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getString("number"),
                row.getString("work_type"),
                row.getString("client_id"),
                row.getString("client_name"),
                row.getString("policy_numbers"),
                row.getString("subject"),
                row.getObject("hard_date", LocalDate.class),
                row.getString("status"),
                row.getString("queue"),
                row.getString("priority"),
                row.getObject("opened_at", OffsetDateTime.class),
                row.getObject("sla_due_at", OffsetDateTime.class));
    }
}
