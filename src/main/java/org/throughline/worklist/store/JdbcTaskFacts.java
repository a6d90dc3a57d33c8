package org.throughline.worklist.store;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.worklist.TaskFacts;

/** Facts from {@code task_assignment} and the read side of requests, in one statement. */
@Repository
class JdbcTaskFacts implements TaskFacts {

    private final JdbcClient jdbc;

    JdbcTaskFacts(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Map<String, Facts> of(List<String> taskIds) {
        if (taskIds.isEmpty()) {
            return Map.of();
        }
        return jdbc
                .sql("select a.task_id, a.request_number, r.work_type, r.client_name, a.queue, a.reason"
                        + " from task_assignment a left join service_request r on r.number = a.request_number"
                        + " where a.task_id in (:ids)")
                .param("ids", taskIds)
                .query((row, n) -> Map.entry(
                        row.getString("task_id"),
                        new Facts(
                                row.getString("request_number"),
                                row.getString("work_type"),
                                row.getString("client_name"),
                                row.getString("queue"),
                                row.getString("reason"))))
                .list()
                .stream()
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
