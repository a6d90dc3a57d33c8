package org.throughline.reporting.replay;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.reporting.replay.KeptDecision.Request;

/** The decisions of a period from the engine's decision history, in a few statements for many requests. */
@Component
class KeptDecisions {

    private static final String ASKED = """
            request.tenant_id = :tenant and request.opened_at >= :start and request.opened_at < :end
                and (:type = '' or request.work_type = :type)
            """;

    private static final String COUNT = "select count(*) from service_request request where " + ASKED;

    private static final String FIRST = """
            select * from (
                select request.number, request.work_type, request.process_instance_id, request.opened_at,
                    request.closed_at, made.DEC_DEF_ID_, made.EVAL_TIME_,
                    coalesce(made.ROOT_DEC_INST_ID_, made.ID_) as top_id,
                    coalesce(top.DEC_DEF_KEY_, made.DEC_DEF_KEY_) as top_key,
                    row_number() over (partition by request.number order by made.EVAL_TIME_, made.ID_) as turn
                from service_request request
                join ACT_HI_DECINST made on made.ROOT_PROC_INST_ID_ = request.process_instance_id
                    and made.DEC_DEF_KEY_ = :key
                left join ACT_HI_DECINST top on top.ID_ = made.ROOT_DEC_INST_ID_
                where %s) decided
            where turn = 1 order by opened_at desc, number desc fetch first :limit rows only
            """.formatted(ASKED);

    private final JdbcClient jdbc;
    private final AgencyProfile agency;

    KeptDecisions(JdbcClient jdbc, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.agency = agency;
    }

    /** How many requests were opened in the period. */
    int requests(ReplayQuestion question) {
        return ask(COUNT, question).query(Integer.class).single();
    }

    /** The first decision of this key for each request of the period, newest request first, without its details. */
    List<KeptDecision> of(ReplayQuestion question) {
        return ask(FIRST, question)
                .param("key", question.key())
                .param("limit", question.limit())
                .query(KeptDecisions::decision)
                .list();
    }

    private JdbcClient.StatementSpec ask(String sql, ReplayQuestion question) {
        String type = question.workType();
        return jdbc.sql(sql)
                .param("tenant", agency.tenant())
                .param("start", question.period().start())
                .param("end", question.period().end())
                .param("type", type == null ? "" : type);
    }

    /** How many people are in each queue. */
    Map<String, Integer> peopleByQueue() {
        Map<String, Integer> people = new HashMap<>();
        jdbc.sql("select GROUP_ID_, count(*) as people from ACT_ID_MEMBERSHIP group by GROUP_ID_")
                .query((row, number) -> people.put(row.getString("GROUP_ID_"), row.getInt("people")))
                .list();
        return people;
    }

    private static KeptDecision decision(ResultSet row, int number) throws SQLException {
        OffsetDateTime closed = row.getObject("closed_at", OffsetDateTime.class);
        String workType = row.getString("work_type");
        Timestamp at = row.getTimestamp("EVAL_TIME_");
        return new KeptDecision(
                new Request(
                        row.getString("number"),
                        workType == null ? "" : workType,
                        row.getString("process_instance_id"),
                        closed == null ? null : closed.toInstant()),
                row.getString("top_id"),
                row.getString("top_key"),
                version(row.getString("DEC_DEF_ID_")),
                at.toInstant());
    }

    /** The engine's definition ids are {@code key:version:id}; very long keys have no version in their id. */
    private static String version(String definitionId) {
        String[] parts = definitionId.split(":", -1);
        return parts.length == 3 ? "version " + parts[1] : definitionId;
    }

    /**
     * Reads the details of some decisions.
     *
     * @param columns the name of the variable that an input column of a definition shows, or empty if it shows none
     */
    void read(List<KeptDecision> decisions, Columns columns) {
        Map<String, KeptDecision> byId =
                decisions.stream().collect(Collectors.toMap(decision -> decision.id, Function.identity()));
        each(byId.keySet(), "CLAUSE_ID_", "ACT_HI_DEC_IN", row -> {
            KeptDecision decision = byId.get(row.getString("TOP"));
            Optional<String> name = columns.variable(row.getString("DEC_DEF_ID_"), row.getString("CLAUSE_ID_"));
            if (decision != null && name.isPresent()) {
                if (KeptValue.isElsewhere(row)) {
                    decision.obstacle = "The value of " + name.get() + " is kept in a form that cannot be read back.";
                }
                decision.facts.put(name.get(), KeptValue.of(row));
            }
            return null;
        });
        each(byId.keySet(), "RULE_ID_, detail.VAR_NAME_", "ACT_HI_DEC_OUT", row -> {
            KeptDecision decision = byId.get(row.getString("TOP"));
            if (decision != null) {
                String key = row.getString("DEC_DEF_KEY_");
                String rule = row.getString("RULE_ID_");
                if (rule != null) {
                    decision.rulesOf(key).add(rule);
                }
                KeptValue.add(decision.outputsOf(key), row.getString("VAR_NAME_"), KeptValue.of(row));
            }
            return null;
        });
    }

    /** Variables of some requests as they stand at the end, by request and name. */
    Map<String, Map<String, @Nullable Object>> variables(List<KeptDecision> decisions, Collection<String> names) {
        Map<String, Map<String, @Nullable Object>> values = new HashMap<>();
        jdbc.sql("select PROC_INST_ID_, NAME_, "
                        + KeptValue.columns("")
                        + " from ACT_HI_VARINST where PROC_INST_ID_ in (:instances) and NAME_ in (:names)"
                        + " and EXECUTION_ID_ = PROC_INST_ID_ and STATE_ = 'CREATED'")
                .param(
                        "instances",
                        decisions.stream()
                                .map(decision -> decision.request.instance())
                                .toList())
                .param("names", names)
                .query((row, number) -> {
                    if (!KeptValue.isElsewhere(row)) {
                        values.computeIfAbsent(row.getString("PROC_INST_ID_"), id -> new HashMap<>())
                                .put(row.getString("NAME_"), KeptValue.of(row));
                    }
                    return number;
                })
                .list();
        return values;
    }

    /** What an input column of a definition shows. */
    interface Columns {

        Optional<String> variable(String definitionId, String clauseId);
    }

    private interface RowReader {

        @Nullable
        Object read(ResultSet row) throws SQLException;
    }

    /** Two halves, as each can be found by an index of its own: what was made for the others, and what they were made for. */
    private void each(Collection<String> ids, String columns, String table, RowReader reader) {
        String half = "select %s as TOP, made.DEC_DEF_ID_, made.DEC_DEF_KEY_, detail." + columns + ", "
                + KeptValue.columns("detail.") + " from ACT_HI_DECINST made join " + table
                + " detail on detail.DEC_INST_ID_ = made.ID_ where %s in (:ids)";
        jdbc.sql(half.formatted("made.ROOT_DEC_INST_ID_", "made.ROOT_DEC_INST_ID_") + " union all "
                        + half.formatted("made.ID_", "made.ID_"))
                .param("ids", ids)
                .query((row, number) -> {
                    reader.read(row);
                    return number;
                })
                .list();
    }
}
