package org.throughline.reporting.replay;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.reporting.replay.ReplayRun.State;

/**
 * The replays and what they found, in the database, so that every node shows and cancels them. A run that gave no sign
 * for two minutes died with its node; a week after its start a run is deleted by the next one.
 */
@Component
class ReplayRuns {

    private static final Duration DEAD_AFTER = Duration.ofMinutes(2);
    private static final Duration KEPT = Duration.ofDays(7);
    private static final int LONGEST_MESSAGE = 1000;
    private static final String DIFFERENCES =
            "select content from decision_replay_difference where replay_id = ? and tenant_id = ? order by position";

    private final JdbcClient jdbc;
    private final JdbcTemplate batches;
    private final ObjectMapper json;
    private final AgencyProfile agency;
    private final Clock clock;

    ReplayRuns(JdbcClient jdbc, JdbcTemplate batches, ObjectMapper json, AgencyProfile agency, Clock clock) {
        this.jdbc = jdbc;
        this.batches = batches;
        this.json = json;
        this.agency = agency;
        this.clock = clock;
    }

    String begin(ReplayQuestion question, String by) {
        deleteExpired();
        String id = UUID.randomUUID().toString();
        OffsetDateTime now = now();
        jdbc.sql("""
                        insert into decision_replay (id, tenant_id, decision, changed, from_day, to_day, work_type, most,
                            state, done, total, message, cancel_asked, started_by, started_at, seen_at, expires_at)
                        values (?, ?, ?, ?, ?, ?, ?, ?, 'RUNNING', 0, 0, '', false, ?, ?, ?, ?)
                        """)
                .param(id)
                .param(agency.tenant())
                .param(question.key())
                .param(question.changed())
                .param(question.period().from())
                .param(question.period().to())
                .param(question.workType())
                .param(question.limit())
                .param(by)
                .param(now)
                .param(now)
                .param(now.plus(KEPT))
                .update();
        return id;
    }

    /**
     * Says how far a run is.
     *
     * @return false if it shall end: somebody canceled it
     */
    boolean at(String id, int done, int total) {
        return jdbc.sql("update decision_replay set done = ?, total = ?, seen_at = ? where id = ? and tenant_id = ?"
                                + " and state = 'RUNNING' and cancel_asked = false")
                        .params(done, total, now(), id, agency.tenant())
                        .update()
                > 0;
    }

    /** Keeps differing requests, the first of which has a position, counted from 0. */
    void found(String id, int position, List<ReplayDifference> differences) {
        List<Object[]> rows = new ArrayList<>();
        for (ReplayDifference difference : differences) {
            rows.add(new Object[] {
                id,
                agency.tenant(),
                position + rows.size(),
                difference.number(),
                difference.workType(),
                write(difference)
            });
        }
        batches.batchUpdate(
                "insert into decision_replay_difference (replay_id, tenant_id, position, number, work_type, content)"
                        + " values (?, ?, ?, ?, ?, ?)",
                rows);
    }

    void done(String id, ReplayResult result) {
        end(id, State.DONE, "", write(result));
    }

    void ended(String id, State state, String message) {
        end(id, state, message.length() <= LONGEST_MESSAGE ? message : message.substring(0, LONGEST_MESSAGE), null);
    }

    private void end(String id, State state, String message, @Nullable String result) {
        jdbc.sql("update decision_replay set state = :state, message = :message, result = :result, seen_at = :now"
                        + " where id = :id and tenant_id = :tenant")
                .param("state", state.name())
                .param("message", message)
                .param("result", result)
                .param("now", now())
                .param("id", id)
                .param("tenant", agency.tenant())
                .update();
    }

    /** Asks a run to end soon; false if it does not run. */
    boolean askToCancel(String id) {
        return jdbc.sql("update decision_replay set cancel_asked = true where id = ? and tenant_id = ?"
                                + " and state = 'RUNNING' and seen_at >= ?")
                        .params(id, agency.tenant(), now().minus(DEAD_AFTER))
                        .update()
                > 0;
    }

    Optional<ReplayRun> find(String id) {
        return jdbc.sql("select * from decision_replay where id = ? and tenant_id = ? and expires_at > ?")
                .params(id, agency.tenant(), now())
                .query(this::run)
                .optional();
    }

    /** Newest first, without their results. */
    List<ReplayRun> list(int page, int size) {
        return jdbc.sql("select id, decision, changed, from_day, to_day, work_type, most, state, done, total, message,"
                        + " started_by, started_at, seen_at, expires_at, null as result from decision_replay"
                        + " where tenant_id = ? and expires_at > ? order by started_at desc, id"
                        + " offset ? rows fetch next ? rows only")
                .params(agency.tenant(), now(), (long) page * size, size)
                .query(this::run)
                .list();
    }

    long count() {
        return jdbc.sql("select count(*) from decision_replay where tenant_id = ? and expires_at > ?")
                .params(agency.tenant(), now())
                .query(Long.class)
                .single();
    }

    List<ReplayDifference> differences(String id, int page, int size) {
        return jdbc.sql(DIFFERENCES + " offset ? rows fetch next ? rows only")
                .params(id, agency.tenant(), (long) page * size, size)
                .query((row, number) -> read(row.getString("content"), ReplayDifference.class))
                .list();
    }

    long countDifferences(String id) {
        return jdbc.sql("select count(*) from decision_replay_difference where replay_id = ? and tenant_id = ?")
                .params(id, agency.tenant())
                .query(Long.class)
                .single();
    }

    private void deleteExpired() {
        jdbc.sql("delete from decision_replay_difference where replay_id in"
                        + " (select id from decision_replay where expires_at <= ?)")
                .param(now())
                .update();
        jdbc.sql("delete from decision_replay where expires_at <= ?")
                .param(now())
                .update();
    }

    private ReplayRun run(ResultSet row, int number) throws SQLException {
        State state = State.valueOf(row.getString("state"));
        OffsetDateTime seen = row.getObject("seen_at", OffsetDateTime.class);
        boolean lost = state == State.RUNNING && seen.isBefore(now().minus(DEAD_AFTER));
        String result = row.getString("result");
        return new ReplayRun(
                row.getString("id"),
                row.getString("decision"),
                row.getString("changed"),
                row.getObject("from_day", LocalDate.class),
                row.getObject("to_day", LocalDate.class),
                row.getString("work_type"),
                row.getInt("most"),
                lost ? State.LOST : state,
                row.getInt("done"),
                row.getInt("total"),
                lost ? "The replay ended with its node. Start it again." : row.getString("message"),
                row.getString("started_by"),
                here(row.getObject("started_at", OffsetDateTime.class)),
                here(seen),
                here(row.getObject("expires_at", OffsetDateTime.class)),
                result == null ? null : read(result, ReplayResult.class));
    }

    private OffsetDateTime here(OffsetDateTime time) {
        return time.atZoneSameInstant(agency.timeZone()).toOffsetDateTime();
    }

    private String write(Object content) {
        try {
            return json.writeValueAsString(content);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A replay's result is no JSON", impossible);
        }
    }

    private <T> T read(String content, Class<T> type) {
        try {
            return json.readValue(content, type);
        } catch (JsonProcessingException older) {
            throw new IllegalStateException("A replay of another release cannot be read. Run it again.", older);
        }
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}
