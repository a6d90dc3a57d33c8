package org.throughline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.platform.AgencyProfile;
import org.throughline.request.DecisionRecord;
import org.throughline.request.DecisionRecord.FiredRule;
import org.throughline.request.RequestView;
import org.throughline.request.RuleSentences;

/** The decisions of a request from the engine's decision history, with all inputs, outputs and rules that fired. */
@Component
class DecisionHistory {

    private static final String OUTPUTS =
            "select made.ID_, made.ROOT_DEC_INST_ID_, made.DEC_DEF_ID_, made.DEC_DEF_KEY_, made.DEC_DEF_NAME_,"
                    + " made.EVAL_TIME_, made.USER_ID_, output.RULE_ID_, output.VAR_NAME_, output.CLAUSE_NAME_,"
                    + " output.TEXT_, output.LONG_, output.DOUBLE_, output.VAR_TYPE_"
                    + " from ACT_HI_DECINST made left join ACT_HI_DEC_OUT output on output.DEC_INST_ID_ = made.ID_"
                    + " where made.ROOT_PROC_INST_ID_ in (:instances) order by made.EVAL_TIME_, made.ID_, output.RULE_ORDER_";
    private static final String INPUTS =
            "select DEC_INST_ID_, CLAUSE_ID_, CLAUSE_NAME_, TEXT_, LONG_, DOUBLE_, VAR_TYPE_ from ACT_HI_DEC_IN"
                    + " where ROOT_PROC_INST_ID_ in (:instances)";

    private final JdbcClient jdbc;
    private final RuleSentences texts;
    private final DecisionSentences sentences;
    private final AgencyProfile agency;

    DecisionHistory(JdbcClient jdbc, RuleSentences texts, DecisionSentences sentences, AgencyProfile agency) {
        this.jdbc = jdbc;
        this.texts = texts;
        this.sentences = sentences;
        this.agency = agency;
    }

    /** Oldest first; of decisions made together the one that the others were made for comes first. */
    List<DecisionRecord> of(RequestView request) {
        Map<String, MadeDecision> made = new LinkedHashMap<>();
        List<String> instances = instances(request);
        jdbc.sql(OUTPUTS)
                .param("instances", instances)
                .query((row, n) -> output(row, made))
                .list();
        jdbc.sql(INPUTS)
                .param("instances", instances)
                .query((row, n) -> input(row, made))
                .list();
        List<MadeDecision> all = new ArrayList<>(made.values());
        all.sort(Comparator.comparing((MadeDecision one) -> one.at)
                .thenComparing(one -> one.root == null ? one.id : one.root)
                .thenComparing(one -> one.root != null)
                .thenComparing(one -> one.name));
        return all.stream().map(one -> record(one, all, request)).toList();
    }

    /** The instances that decided about a request: its own, and those that took its messages in. */
    private List<String> instances(RequestView request) {
        List<String> instances = new ArrayList<>(List.of(request.processInstanceId()));
        instances.addAll(jdbc.sql("select taken.ID_ from inbound_item_request link"
                        + " join ACT_HI_PROCINST taken on taken.BUSINESS_KEY_ = link.item_id"
                        + " where link.request_number = :number")
                .param("number", request.number())
                .query(String.class)
                .list());
        return instances;
    }

    private DecisionRecord record(MadeDecision one, List<MadeDecision> all, RequestView request) {
        List<MadeDecision> below =
                all.stream().filter(other -> one.id.equals(other.root)).toList();
        return new DecisionRecord(
                one.key,
                one.name,
                one.version(),
                one.definitionId,
                one.at,
                one.person,
                List.copyOf(one.rules.values()),
                one.inputs,
                one.outputs,
                below.isEmpty() ? sentences.of(one) : sentences.together(one, below, request.slaDueAt()));
    }

    private String output(ResultSet row, Map<String, MadeDecision> made) throws SQLException {
        String id = row.getString("ID_");
        MadeDecision decision = made.get(id);
        if (decision == null) {
            String key = row.getString("DEC_DEF_KEY_");
            String name = row.getString("DEC_DEF_NAME_");
            decision = new MadeDecision(
                    id,
                    row.getString("ROOT_DEC_INST_ID_"),
                    key,
                    name == null ? key : name,
                    row.getString("DEC_DEF_ID_"),
                    at(row.getTimestamp("EVAL_TIME_").toInstant()),
                    row.getString("USER_ID_"));
            made.put(id, decision);
        }
        String rule = row.getString("RULE_ID_");
        if (rule != null) {
            decision.rules.putIfAbsent(
                    rule,
                    new FiredRule(rule, texts.of(decision.definitionId, rule).orElse(null)));
        }
        String variable = row.getString("VAR_NAME_");
        if (variable != null) {
            decision.output(variable, row.getString("CLAUSE_NAME_"), value(row));
        }
        return id;
    }

    private String input(ResultSet row, Map<String, MadeDecision> made) throws SQLException {
        String id = row.getString("DEC_INST_ID_");
        MadeDecision decision = made.get(id);
        if (decision != null) {
            String clause = row.getString("CLAUSE_ID_");
            String label = row.getString("CLAUSE_NAME_");
            String name = texts.input(decision.definitionId, clause).orElse(label == null ? clause : label);
            decision.inputs.put(name, value(row));
        }
        return id;
    }

    private @Nullable Object value(ResultSet row) throws SQLException {
        String type = row.getString("VAR_TYPE_");
        return switch (type == null ? "null" : type) {
            case "boolean" -> row.getLong("LONG_") == 1;
            case "integer", "long", "short" -> row.getLong("LONG_");
            case "double" -> row.getDouble("DOUBLE_");
            case "date" -> at(Instant.ofEpochMilli(row.getLong("LONG_")));
            default -> row.getString("TEXT_");
        };
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
