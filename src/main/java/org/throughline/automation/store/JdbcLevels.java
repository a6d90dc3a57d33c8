package org.throughline.automation.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.automation.AutomationChange;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.Evidence;
import org.throughline.automation.LevelSetting;
import org.throughline.automation.LevelTable;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.transactions.FirstInsert;

/** Levels in {@code automation_level}, their history in {@code automation_change}. */
@Repository
class JdbcLevels implements LevelTable {

    private static final String OF_SUBJECT = " from automation_change where tenant_id = :tenant"
            + " and (cast(:subject as varchar(12)) is null or subject = :subject)"
            + " and (cast(:key as varchar(120)) is null or subject_key = :key)";

    private final JdbcClient jdbc;
    private final FirstInsert first;
    private final AgencyProfile agency;

    JdbcLevels(JdbcClient jdbc, FirstInsert first, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.first = first;
        this.agency = agency;
    }

    @Override
    public Optional<LevelSetting> find(String workType) {
        return jdbc.sql("select * from automation_level where tenant_id = ? and work_type = ?")
                .params(agency.tenant(), workType)
                .query(JdbcLevels::setting)
                .optional();
    }

    @Override
    public List<LevelSetting> all() {
        return jdbc.sql("select * from automation_level where tenant_id = ?")
                .param(agency.tenant())
                .query(JdbcLevels::setting)
                .list();
    }

    @Override
    public boolean set(LevelSetting read, AutomationLevel to, String by, Instant at) {
        if (read.since() != null) {
            return jdbc.sql("update automation_level set level = ?, changed_by = ?, changed_at = ?"
                                    + " where tenant_id = ? and work_type = ? and level = ?")
                            .params(
                                    to.name(),
                                    by,
                                    Rows.time(at),
                                    agency.tenant(),
                                    read.workType(),
                                    read.level().name())
                            .update()
                    > 0;
        }
        return first.insert(
                () -> jdbc.sql("insert into automation_level (work_type, tenant_id, level, changed_by, changed_at)"
                                + " values (?, ?, ?, ?, ?)")
                        .params(read.workType(), agency.tenant(), to.name(), by, Rows.time(at))
                        .update());
    }

    @Override
    public void add(AutomationChange change) {
        @Nullable Evidence evidence = change.evidence();
        jdbc.sql("""
                        insert into automation_change (id, tenant_id, subject, subject_key, from_value, to_value, reason,
                            changed_by, changed_at, automatic, overridden, looked_at, wrong, upper_bound)
                        values (:id, :tenant, :subject, :key, :from, :to, :reason, :by, :at, :automatic, :overridden,
                            :lookedAt, :wrong, :bound)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("tenant", agency.tenant())
                .param("subject", change.subject())
                .param("key", change.key())
                .param("from", change.from())
                .param("to", change.to())
                .param("reason", change.reason())
                .param("by", change.by())
                .param("at", Rows.time(change.at()))
                .param("automatic", change.automatic())
                .param("overridden", change.overridden())
                .param("lookedAt", evidence == null ? null : evidence.lookedAt(), java.sql.Types.INTEGER)
                .param("wrong", evidence == null ? null : evidence.wrong(), java.sql.Types.INTEGER)
                .param("bound", evidence == null ? null : evidence.upperBound(), java.sql.Types.DOUBLE)
                .update();
    }

    @Override
    public List<AutomationChange> changes(@Nullable String subject, @Nullable String key, int page, int size) {
        return jdbc.sql("select *" + OF_SUBJECT + " order by changed_at desc, id limit :size offset :start")
                .param("tenant", agency.tenant())
                .param("subject", subject, java.sql.Types.VARCHAR)
                .param("key", key, java.sql.Types.VARCHAR)
                .param("size", size)
                .param("start", (long) page * size)
                .query(JdbcLevels::change)
                .list();
    }

    @Override
    public long countChanges(@Nullable String subject, @Nullable String key) {
        return jdbc.sql("select count(*)" + OF_SUBJECT)
                .param("tenant", agency.tenant())
                .param("subject", subject, java.sql.Types.VARCHAR)
                .param("key", key, java.sql.Types.VARCHAR)
                .query(Long.class)
                .single();
    }

    private static LevelSetting setting(ResultSet row, int index) throws SQLException {
        return new LevelSetting(
                row.getString("work_type"),
                AutomationLevel.valueOf(row.getString("level")),
                Rows.instant(row, "changed_at"),
                row.getString("changed_by"));
    }

    private static AutomationChange change(ResultSet row, int index) throws SQLException {
        int lookedAt = row.getInt("looked_at");
        boolean none = row.wasNull();
        return new AutomationChange(
                row.getString("subject"),
                row.getString("subject_key"),
                row.getString("from_value"),
                row.getString("to_value"),
                row.getString("reason"),
                row.getString("changed_by"),
                Rows.instant(row, "changed_at"),
                row.getBoolean("automatic"),
                row.getBoolean("overridden"),
                none ? null : new Evidence(lookedAt, row.getInt("wrong"), 0));
    }
}
