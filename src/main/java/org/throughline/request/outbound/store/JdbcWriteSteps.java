package org.throughline.request.outbound.store;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.engine.BesideRequest;
import org.throughline.request.outbound.WriteSteps;

/** Looks at the engine's jobs and tasks of a whole page of requests at once. */
@Repository
class JdbcWriteSteps implements WriteSteps {

    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcWriteSteps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** What was found for one request so far. */
    private static final class Found {
        private @Nullable String failedIn;
        private @Nullable Instant nextTry;
        private boolean dueNow;
        private final List<WaitingTask> tasks = new ArrayList<>();

        private void job(String instance, int retries, @Nullable Instant due, boolean failed, Instant now) {
            if (retries == 0) {
                failedIn = instance;
            } else if (failed && due != null && due.isAfter(now)) {
                nextTry = nextTry == null || due.isBefore(nextTry) ? due : nextTry;
            } else {
                dueNow = true;
            }
        }

        private InHand inHand() {
            return new InHand(true, failedIn, nextTry, dueNow, List.copyOf(tasks));
        }
    }

    @Override
    public Map<String, InHand> of(Collection<String> requestNumbers) {
        Map<String, Found> found = new HashMap<>();
        jobs(requestNumbers, found);
        tasks(requestNumbers, found);
        Map<String, InHand> inHand = new HashMap<>();
        found.forEach((number, one) -> inHand.put(number, one.inHand()));
        return inHand;
    }

    /** Asynchronous steps only: a timer is no step that writes. */
    private void jobs(Collection<String> numbers, Map<String, Found> found) {
        Instant now = clock.instant();
        jdbc.sql("select instance.BUSINESS_KEY_, instance.ID_, job.ID_ as JOB_, job.RETRIES_, job.DUEDATE_,"
                        + " job.EXCEPTION_MSG_ from ACT_RU_EXECUTION instance left join ACT_RU_JOB job"
                        + " on job.PROCESS_INSTANCE_ID_ = instance.ID_ and job.TYPE_ = 'message'"
                        + " where instance.BUSINESS_KEY_ in (:numbers)")
                .param("numbers", keys(numbers))
                .query(row -> {
                    Found one = found.computeIfAbsent(
                            BesideRequest.number(row.getString("BUSINESS_KEY_")), number -> new Found());
                    if (row.getString("JOB_") != null) {
                        Timestamp due = row.getTimestamp("DUEDATE_");
                        one.job(
                                row.getString("ID_"),
                                row.getInt("RETRIES_"),
                                due == null ? null : due.toInstant(),
                                row.getString("EXCEPTION_MSG_") != null,
                                now);
                    }
                });
    }

    /** What runs beside the steps of a request belongs to it too. */
    private static List<String> keys(Collection<String> numbers) {
        return numbers.stream()
                .flatMap(number -> BesideRequest.keys(number).stream())
                .toList();
    }

    private void tasks(Collection<String> numbers, Map<String, Found> found) {
        jdbc.sql("select instance.BUSINESS_KEY_, task.ID_, task.NAME_, refused.TEXT_ from ACT_RU_EXECUTION instance"
                        + " join ACT_RU_TASK task on task.PROC_INST_ID_ = instance.ID_"
                        + " left join ACT_RU_VARIABLE refused on refused.EXECUTION_ID_ = instance.ID_"
                        + " and refused.NAME_ = 'refusedWriteId'"
                        + " where instance.BUSINESS_KEY_ in (:numbers) order by task.CREATE_TIME_, task.ID_")
                .param("numbers", keys(numbers))
                .query(row -> {
                    found.computeIfAbsent(BesideRequest.number(row.getString("BUSINESS_KEY_")), number -> new Found())
                            .tasks
                            .add(new WaitingTask(row.getString("ID_"), row.getString("NAME_"), row.getString("TEXT_")));
                });
    }
}
