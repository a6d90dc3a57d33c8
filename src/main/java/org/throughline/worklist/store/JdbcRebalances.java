package org.throughline.worklist.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.platform.AgencyProfile;
import org.throughline.worklist.Rebalances;

/** Runs in the tables {@code rebalance} and {@code rebalance_move}. */
@Repository
class JdbcRebalances implements Rebalances {

    private static final String RUNS = """
            select r.*,
                (select count(*) from rebalance_move m where m.rebalance_id = r.id and m.outcome = 'MOVED') moved,
                (select count(*) from rebalance_move m where m.rebalance_id = r.id and m.outcome = 'QUEUED') queued,
                (select count(*) from rebalance_move m where m.rebalance_id = r.id and m.outcome = 'GONE') gone
            from rebalance r where r.tenant_id = ?""";

    private final JdbcTemplate batches;
    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcRebalances(JdbcTemplate batches, AgencyProfile agency) {
        this.batches = batches;
        this.jdbc = JdbcClient.create(batches);
        this.agency = agency;
    }

    @Override
    public void open(Run run, List<Move> tasks) {
        jdbc.sql("insert into rebalance (id, tenant_id, user_id, reason, started_by, started_at, total)"
                        + " values (?, ?, ?, ?, ?, ?, ?)")
                .params(
                        run.id(),
                        agency.tenant(),
                        run.userId(),
                        run.reason(),
                        run.startedBy(),
                        run.startedAt(),
                        tasks.size())
                .update();
        List<Object[]> rows = new ArrayList<>();
        for (Move task : tasks) {
            rows.add(new Object[] {
                run.id(), task.taskId(), agency.tenant(), rows.size(), task.requestNumber(), task.taskName()
            });
        }
        batches.batchUpdate(
                "insert into rebalance_move (rebalance_id, task_id, tenant_id, position, request_number, task_name)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    @Override
    public List<Move> next(String runId, int most) {
        return jdbc.sql("select * from rebalance_move where rebalance_id = ? and tenant_id = ? and outcome is null"
                        + " order by position fetch first ? rows only")
                .params(runId, agency.tenant(), most)
                .query(JdbcRebalances::move)
                .list();
    }

    @Override
    public void done(String runId, String taskId, Outcome outcome, @Nullable String movedTo, String reason) {
        jdbc.sql(
                        "update rebalance_move set outcome = ?, moved_to = ?, reason = ? where rebalance_id = ? and task_id = ?")
                .param(outcome.name())
                .param(movedTo)
                .param(reason)
                .param(runId)
                .param(taskId)
                .update();
    }

    @Override
    public void end(String runId, OffsetDateTime at) {
        jdbc.sql("update rebalance set ended_at = ? where id = ? and tenant_id = ?")
                .params(at, runId, agency.tenant())
                .update();
    }

    @Override
    public Optional<Run> find(String runId) {
        return jdbc.sql(RUNS + " and r.id = ?")
                .params(agency.tenant(), runId)
                .query(JdbcRebalances::run)
                .optional();
    }

    @Override
    public List<Run> latest(int page, int size) {
        return jdbc.sql(RUNS + " order by r.started_at desc, r.id offset ? rows fetch next ? rows only")
                .params(agency.tenant(), (long) page * size, size)
                .query(JdbcRebalances::run)
                .list();
    }

    @Override
    public long count() {
        return jdbc.sql("select count(*) from rebalance where tenant_id = ?")
                .param(agency.tenant())
                .query(Long.class)
                .single();
    }

    @Override
    public List<Move> moves(String runId, int page, int size) {
        return jdbc.sql("select * from rebalance_move where rebalance_id = ? and tenant_id = ?"
                        + " order by position offset ? rows fetch next ? rows only")
                .params(runId, agency.tenant(), (long) page * size, size)
                .query(JdbcRebalances::move)
                .list();
    }

    private static Run run(ResultSet row, int number) throws SQLException {
        return new Run(
                row.getString("id"),
                row.getString("user_id"),
                row.getString("reason"),
                row.getString("started_by"),
                row.getObject("started_at", OffsetDateTime.class),
                row.getObject("ended_at", OffsetDateTime.class),
                row.getInt("total"),
                row.getInt("moved"),
                row.getInt("queued"),
                row.getInt("gone"));
    }

    private static Move move(ResultSet row, int number) throws SQLException {
        String outcome = row.getString("outcome");
        return new Move(
                row.getString("task_id"),
                row.getString("request_number"),
                row.getString("task_name"),
                row.getString("moved_to"),
                outcome == null ? null : Outcome.valueOf(outcome),
                row.getString("reason"));
    }
}
