package org.throughline.triage.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.triage.learning.TrainingExample;
import org.throughline.triage.learning.TrainingExample.Source;
import org.throughline.triage.learning.TrainingExample.State;
import org.throughline.triage.learning.TrainingExamples;
import org.throughline.triage.suggest.Example;

/** Examples in {@code training_example}, switched-off ones of the build in {@code training_switch}. */
@Component
class JdbcTrainingExamples implements TrainingExamples {

    private static final String FILTER = " from training_example where tenant_id = :tenant"
            + " and (:state = '' or state = :state) and (:source = '' or source = :source)"
            + " and (:type = '' or work_type = :type)"
            + " and (:text = '' or lower(subject) like :like escape '!' or lower(body) like :like escape '!')";

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    JdbcTrainingExamples(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    @Override
    public void add(TrainingExample row, String senderDomain, String textHash) {
        Example example = row.example();
        jdbc.sql("""
                        insert into training_example (id, tenant_id, work_type, suggested_type, channel, sender,
                            sender_domain, subject, body, text_hash, source, state, note, changed_by, changed_at)
                        values (:id, :tenant, :type, :suggested, :channel, :sender, :domain, :subject, :body, :hash,
                            :source, :state, :note, :by, :at)
                        """)
                .param("id", row.id())
                .param("tenant", agency.tenant())
                .param("type", example.workType())
                .param("suggested", row.suggestedType())
                .param("channel", example.channel())
                .param("sender", example.sender())
                .param("domain", senderDomain)
                .param("subject", example.subject())
                .param("body", example.body())
                .param("hash", textHash)
                .param("source", row.source().name())
                .param("state", row.state().name())
                .param("note", row.note())
                .param("by", row.changedBy())
                .param("at", time(java.util.Objects.requireNonNull(row.changedAt(), "a kept example has a time")))
                .update();
    }

    @Override
    public boolean knows(String textHash) {
        return jdbc.sql("select count(*) from training_example where tenant_id = ? and text_hash = ?")
                        .params(agency.tenant(), textHash)
                        .query(Long.class)
                        .single()
                > 0;
    }

    @Override
    public int openCandidates(String senderDomain) {
        return jdbc.sql("select count(*) from training_example where tenant_id = ? and sender_domain = ?"
                        + " and state = 'CANDIDATE'")
                .params(agency.tenant(), senderDomain)
                .query(Integer.class)
                .single();
    }

    @Override
    public Optional<TrainingExample> find(String id) {
        return jdbc.sql("select * from training_example where tenant_id = ? and id = ?")
                .params(agency.tenant(), id)
                .query(JdbcTrainingExamples::row)
                .optional();
    }

    @Override
    public List<TrainingExample> list(Filter filter, int page, int size) {
        return filtered(
                        "select *" + FILTER + " order by case when state = 'CANDIDATE' then 0 else 1 end,"
                                + " changed_at desc, id limit :size offset :from",
                        filter)
                .param("size", size)
                .param("from", (long) page * size)
                .query(JdbcTrainingExamples::row)
                .list();
    }

    @Override
    public long count(Filter filter) {
        return filtered("select count(*)" + FILTER, filter).query(Long.class).single();
    }

    private JdbcClient.StatementSpec filtered(String sql, Filter filter) {
        State state = filter.state();
        Source source = filter.source();
        String type = filter.workType();
        String text = filter.text().toLowerCase(Locale.ROOT);
        return jdbc.sql(sql)
                .param("tenant", agency.tenant())
                .param("state", state == null ? "" : state.name())
                .param("source", source == null ? "" : source.name())
                .param("type", type == null ? "" : type)
                .param("text", text)
                .param("like", "%" + text.replaceAll("([!%_])", "!$1") + "%");
    }

    @Override
    public List<TrainingExample> on() {
        return jdbc.sql("select * from training_example where tenant_id = ? and state = 'ON' order by id")
                .param(agency.tenant())
                .query(JdbcTrainingExamples::row)
                .list();
    }

    @Override
    public void change(String id, State state, String workType, Change change) {
        jdbc.sql("update training_example set state = ?, work_type = ?, note = ?, changed_by = ?, changed_at = ?"
                        + " where tenant_id = ? and id = ?")
                .params(state.name(), workType, change.note(), change.by(), time(change.at()), agency.tenant(), id)
                .update();
    }

    @Override
    public Map<String, Change> switchedOff() {
        Map<String, Change> off = new HashMap<>();
        jdbc.sql("select * from training_switch where tenant_id = ?")
                .param(agency.tenant())
                .query(row -> {
                    off.put(
                            row.getString("digest"),
                            new Change(row.getString("note"), row.getString("changed_by"), at(row)));
                });
        return off;
    }

    @Override
    public void switchOff(String digest, Change change) {
        int changed = jdbc.sql("update training_switch set note = ?, changed_by = ?, changed_at = ?"
                        + " where tenant_id = ? and digest = ?")
                .params(change.note(), change.by(), time(change.at()), agency.tenant(), digest)
                .update();
        if (changed == 0) {
            jdbc.sql("insert into training_switch (tenant_id, digest, note, changed_by, changed_at)"
                            + " values (?, ?, ?, ?, ?)")
                    .params(agency.tenant(), digest, change.note(), change.by(), time(change.at()))
                    .update();
        }
    }

    @Override
    public void switchOn(String digest) {
        jdbc.sql("delete from training_switch where tenant_id = ? and digest = ?")
                .params(agency.tenant(), digest)
                .update();
    }

    private static TrainingExample row(ResultSet row, int number) throws SQLException {
        return new TrainingExample(
                row.getString("id"),
                new Example(
                        row.getString("work_type"),
                        row.getString("channel"),
                        row.getString("sender"),
                        row.getString("subject"),
                        row.getString("body")),
                row.getString("suggested_type"),
                Source.valueOf(row.getString("source")),
                State.valueOf(row.getString("state")),
                row.getString("note"),
                row.getString("changed_by"),
                at(row));
    }

    private static Instant at(ResultSet row) throws SQLException {
        return row.getObject("changed_at", OffsetDateTime.class).toInstant();
    }

    private static OffsetDateTime time(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC);
    }
}
