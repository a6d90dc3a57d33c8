package org.throughline.triage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.triage.learning.LearningRun;
import org.throughline.triage.learning.LearningRun.State;
import org.throughline.triage.learning.LearningRuns;
import org.throughline.triage.suggest.LearningProgress.Stage;

/** The run in the one row of {@code learning_run}. One that gave no sign for two minutes died with its node. */
@Component
class JdbcLearningRuns implements LearningRuns {

    private static final Duration DEAD_AFTER = Duration.ofMinutes(2);
    private static final int LONGEST_MESSAGE = 1000;

    private final JdbcClient jdbc;
    private final AgencyProfile agency;
    private final Clock clock;

    JdbcLearningRuns(JdbcClient jdbc, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.agency = agency;
        this.clock = clock;
    }

    @Override
    public Optional<LearningRun> last() {
        return jdbc.sql("select * from learning_run where tenant_id = ?")
                .param(agency.tenant())
                .query(this::row)
                .optional();
    }

    @Override
    public Optional<String> begin(String by) {
        String id = UUID.randomUUID().toString();
        int taken = jdbc.sql("""
                        update learning_run set run_id = ?, state = 'RUNNING', stage = 'READING', steps_done = 0,
                            steps = 0, message = '', version = null, cancel_asked = false, started_by = ?,
                            started_at = ?, seen_at = ?
                        where tenant_id = ? and (state <> 'RUNNING' or seen_at < ?)
                        """)
                .params(id, by, now(), now(), agency.tenant(), now().minus(DEAD_AFTER))
                .update();
        return taken > 0 || isFirst(id, by) ? Optional.of(id) : Optional.empty();
    }

    private boolean isFirst(String id, String by) {
        if (last().isPresent()) {
            return false;
        }
        try {
            jdbc.sql("""
                            insert into learning_run (tenant_id, run_id, state, stage, steps_done, steps, message,
                                cancel_asked, started_by, started_at, seen_at)
                            values (?, ?, 'RUNNING', 'READING', 0, 0, '', false, ?, ?, ?)
                            """).params(agency.tenant(), id, by, now(), now()).update();
            return true;
        } catch (DuplicateKeyException another) {
            return false;
        }
    }

    @Override
    public boolean at(String id, Stage stage, int done, int steps) {
        return jdbc.sql("update learning_run set stage = ?, steps_done = ?, steps = ?, seen_at = ? where tenant_id = ?"
                                + " and run_id = ? and state = 'RUNNING' and cancel_asked = false")
                        .params(stage.name(), done, steps, now(), agency.tenant(), id)
                        .update()
                > 0;
    }

    @Override
    public boolean askToCancel() {
        return jdbc.sql("update learning_run set cancel_asked = true where tenant_id = ? and state = 'RUNNING'"
                                + " and seen_at >= ?")
                        .params(agency.tenant(), now().minus(DEAD_AFTER))
                        .update()
                > 0;
    }

    @Override
    public void end(String id, State state, String message, @Nullable String version) {
        String cut = message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE);
        jdbc.sql("update learning_run set state = :state, message = :message, version = :version, seen_at = :now"
                        + " where tenant_id = :tenant and run_id = :id")
                .param("state", state.name())
                .param("message", cut)
                .param("version", version)
                .param("now", now())
                .param("tenant", agency.tenant())
                .param("id", id)
                .update();
    }

    private LearningRun row(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        boolean lost = state == State.RUNNING && seen.isBefore(now().minus(DEAD_AFTER));
        return new LearningRun(
                row.getString("run_id"),
                lost ? State.LOST : state,
                Stage.valueOf(row.getString("stage")),
                row.getInt("steps_done"),
                row.getInt("steps"),
                row.getString("message"),
                row.getString("version"),
                row.getBoolean("cancel_asked"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class).toInstant(),
                seen.toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
