package org.throughline.exchange.store;

import static org.throughline.exchange.store.JdbcSubscriptions.instant;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.exchange.webhook.RequestState;
import org.throughline.exchange.webhook.RequestStates;

/** Requests in {@code service_request}, as the last commit left them. */
@Component
class JdbcRequestStates implements RequestStates {

    private final JdbcClient jdbc;

    JdbcRequestStates(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<RequestState> find(Collection<String> processInstances, Collection<String> numbers) {
        return jdbc.sql("select number, process_instance_id, follow_up_id, status, work_type, client_id, client_name,"
                        + " opened_at, closed_at, sla_due_at, hard_date from service_request"
                        + " where process_instance_id in (:instances) or follow_up_id in (:instances)"
                        + " or number in (:numbers)")
                .param("instances", processInstances.isEmpty() ? List.of("") : processInstances)
                .param("numbers", numbers.isEmpty() ? List.of("") : numbers)
                .query((row, n) -> state(row))
                .list();
    }

    private static RequestState state(ResultSet row) throws SQLException {
        return new RequestState(
                row.getString("number"),
                row.getString("process_instance_id"),
                row.getString("follow_up_id"),
                row.getString("status"),
                row.getString("work_type"),
                row.getString("client_id"),
                row.getString("client_name"),
                row.getObject("opened_at", OffsetDateTime.class).toInstant(),
                instant(row, "closed_at"),
                instant(row, "sla_due_at"),
                row.getObject("hard_date", LocalDate.class));
    }
}
