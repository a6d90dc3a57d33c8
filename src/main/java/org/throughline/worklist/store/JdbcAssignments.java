package org.throughline.worklist.store;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.worklist.Assignments;

/** Assignments in the table {@code task_assignment}. */
@Repository
class JdbcAssignments implements Assignments {

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcAssignments(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public void keep(Decision decision) {
        jdbc.sql("insert into task_assignment (task_id, tenant_id, request_number, task_name, queue, user_id, pushed,"
                        + " minutes, reason, decided_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)")
                .param(decision.work().taskId())
                .param(agency.tenant())
                .param(decision.work().requestNumber())
                .param(decision.work().taskName())
                .param(decision.work().queue())
                .param(decision.userId())
                .param(decision.pushed())
                .param(decision.work().plan().minutes())
                .param(decision.reason())
                .param(at(decision.at()))
                .update();
    }

    @Override
    public void requeued(String taskId, String queue) {
        jdbc.sql("update task_assignment set queue = ? where task_id = ? and tenant_id = ?")
                .params(queue, taskId, agency.tenant())
                .update();
    }

    @Override
    public void moved(String taskId, @Nullable String userId, String reason, Instant at) {
        jdbc.sql("update task_assignment set user_id = ?, pushed = ?, reason = ?, decided_at = ?"
                        + " where task_id = ? and tenant_id = ?")
                .param(userId)
                .param(userId != null)
                .param(reason)
                .param(at(at))
                .param(taskId)
                .param(agency.tenant())
                .update();
    }

    private static OffsetDateTime at(Instant moment) {
        return moment.atOffset(ZoneOffset.UTC);
    }
}
