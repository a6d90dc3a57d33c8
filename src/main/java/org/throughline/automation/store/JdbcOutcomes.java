package org.throughline.automation.store;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.throughline.automation.AutomationEvidence.Proposal;
import org.throughline.automation.AutomationLevel;
import org.throughline.automation.AutomationOutcome;
import org.throughline.automation.AutomationOutcome.Severity;
import org.throughline.automation.AutomationResult;
import org.throughline.automation.Evidence;
import org.throughline.automation.OutcomeKind;
import org.throughline.automation.OutcomeTable;
import org.throughline.platform.AgencyProfile;

/** Proposals and outcomes in tables of their own; what automation finished alone is read from {@code service_request}. */
@Repository
class JdbcOutcomes implements OutcomeTable {

    private static final List<String> LOOKED_AT = Arrays.stream(OutcomeKind.values())
            .filter(OutcomeKind::lookedAt)
            .map(Enum::name)
            .toList();

    private static final String AT_LEVEL =
            " from automation_outcome where tenant_id = :tenant and work_type = :workType and level = :level"
                    + " and occurred_at >= :from ";

    private static final String ALONE = " route = 'AUTOMATION' and touched_by_person = false";

    private final JdbcClient jdbc;
    private final ObjectMapper json;
    private final AgencyProfile agency;

    JdbcOutcomes(JdbcClient jdbc, ObjectMapper json, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.json = json;
        this.agency = agency;
    }

    @Override
    public void propose(Proposal proposal, Instant at) {
        boolean known = jdbc.sql("select count(*) from (select request_number from automation_proposal"
                                + " where request_number = :request union all select request_number from"
                                + " automation_outcome where request_number = :request and kind in (:kinds)) known")
                        .param("request", proposal.requestNumber())
                        .param("kinds", LOOKED_AT)
                        .query(Integer.class)
                        .single()
                > 0;
        if (!known) {
            jdbc.sql("insert into automation_proposal (request_number, tenant_id, work_type, carrier, level, result,"
                            + " proposed_at) values (?, ?, ?, ?, ?, ?, ?)")
                    .params(
                            proposal.requestNumber(),
                            agency.tenant(),
                            proposal.workType(),
                            proposal.carrier(),
                            proposal.level().name(),
                            written(proposal.result()),
                            Rows.time(at))
                    .update();
        }
    }

    @Override
    public Optional<Proposal> takeProposal(String requestNumber) {
        Optional<Proposal> proposal = jdbc.sql(
                        "select * from automation_proposal where tenant_id = ?" + " and request_number = ? for update")
                .params(agency.tenant(), requestNumber)
                .query((row, index) -> new Proposal(
                        row.getString("request_number"),
                        row.getString("work_type"),
                        row.getString("carrier"),
                        AutomationLevel.valueOf(row.getString("level")),
                        read(row.getString("result"))))
                .optional();
        if (proposal.isPresent()) {
            jdbc.sql("delete from automation_proposal where tenant_id = ? and request_number = ?")
                    .params(agency.tenant(), requestNumber)
                    .update();
        }
        return proposal;
    }

    @Override
    public boolean add(AutomationOutcome outcome) {
        boolean there = jdbc.sql("select count(*) from automation_outcome where request_number = ? and kind = ?")
                        .params(outcome.requestNumber(), outcome.kind().name())
                        .query(Integer.class)
                        .single()
                > 0;
        if (there) {
            return false;
        }
        @Nullable Severity severity = outcome.severity();
        jdbc.sql("""
                        insert into automation_outcome (id, tenant_id, request_number, work_type, carrier, level, kind,
                            correct, severity, detail, decided_by, occurred_at)
                        values (:id, :tenant, :request, :workType, :carrier, :level, :kind, :correct, :severity, :detail,
                            :by, :at)
                        """)
                .param("id", UUID.randomUUID().toString())
                .param("tenant", agency.tenant())
                .param("request", outcome.requestNumber())
                .param("workType", outcome.workType())
                .param("carrier", cut(outcome.carrier()))
                .param("level", outcome.level().name())
                .param("kind", outcome.kind().name())
                .param("correct", outcome.correct())
                .param("severity", severity == null ? null : severity.name(), Types.VARCHAR)
                .param("detail", outcome.detail())
                .param("by", outcome.by(), Types.VARCHAR)
                .param("at", Rows.time(outcome.at()))
                .update();
        return true;
    }

    @Override
    public Evidence evidence(String workType, AutomationLevel level, Instant from) {
        return at(
                        "select coalesce(sum(case when kind in (:kinds) then 1 else 0 end), 0) as looked_at,"
                                + " coalesce(sum(case when kind in (:kinds) and correct = false then 1 else 0 end), 0)"
                                + " as wrong, coalesce(sum(case when kind in (:kinds) then 0 else 1 end), 0) as came_back",
                        "",
                        workType,
                        level,
                        from)
                .param("kinds", LOOKED_AT)
                .query((row, index) ->
                        new Evidence(row.getInt("looked_at"), row.getInt("wrong"), row.getInt("came_back")))
                .single();
    }

    @Override
    public List<Boolean> latest(String workType, AutomationLevel level, Instant from, int count) {
        return at(
                        "select correct",
                        "and kind in (:kinds) order by occurred_at desc, id fetch first " + count + " rows only",
                        workType,
                        level,
                        from)
                .param("kinds", LOOKED_AT)
                .query((row, index) -> row.getBoolean("correct"))
                .list();
    }

    @Override
    public int cameBack(String workType, AutomationLevel level, Instant from) {
        return at("select count(*)", "and kind not in (:kinds)", workType, level, from)
                .param("kinds", LOOKED_AT)
                .query(Integer.class)
                .single();
    }

    private JdbcClient.StatementSpec at(
            String what, String which, String workType, AutomationLevel level, Instant from) {
        return jdbc.sql(what + AT_LEVEL + which)
                .param("tenant", agency.tenant())
                .param("workType", workType)
                .param("level", level.name())
                .param("from", Rows.time(from));
    }

    @Override
    public Optional<Instant> lastError(String workType) {
        return jdbc.sql("select max(occurred_at) as latest from automation_outcome where tenant_id = ?"
                        + " and work_type = ? and correct = false")
                .params(agency.tenant(), workType)
                .query((row, index) -> Optional.ofNullable(latest(row)))
                .single();
    }

    @Override
    public long finishedAlone(String workType, Instant from) {
        return jdbc.sql("select count(*) from service_request where tenant_id = ? and work_type = ? and closed_at >= ?"
                        + " and" + ALONE)
                .params(agency.tenant(), workType, Rows.time(from))
                .query(Long.class)
                .single();
    }

    @Override
    public boolean finishedAlone(String requestNumber) {
        return jdbc.sql("select count(*) from service_request where tenant_id = ? and number = ? and" + ALONE)
                        .params(agency.tenant(), requestNumber)
                        .query(Integer.class)
                        .single()
                > 0;
    }

    private static @Nullable Instant latest(ResultSet row) throws SQLException {
        OffsetDateTime time = row.getObject("latest", OffsetDateTime.class);
        return time == null ? null : time.toInstant();
    }

    private String written(AutomationResult result) {
        try {
            return json.writeValueAsString(result);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private AutomationResult read(String text) {
        try {
            return json.readValue(text, AutomationResult.class);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String cut(String text) {
        return text.length() <= 300 ? text : text.substring(0, 299) + "…";
    }
}
