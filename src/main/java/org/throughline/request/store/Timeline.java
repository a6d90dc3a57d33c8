package org.throughline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.throughline.assistant.AiOutput;
import org.throughline.assistant.AiOutputs;
import org.throughline.assistant.AiOutputs.Registered;
import org.throughline.documents.DocumentStore;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.request.RequestView;
import org.throughline.request.RuleSentences;
import org.throughline.request.TimelineEntry;
import org.throughline.request.TimelineEntry.Kind;

/** Puts together what happened to a request from the engine's history, the ledger, the documents and the items. */
@Component
class Timeline {

    private final JdbcClient jdbc;
    private final OutboundLedger ledger;
    private final DocumentStore documents;
    private final RuleSentences rules;
    private final AiOutputs outputs;
    private final ZoneId zone;

    Timeline(
            JdbcClient jdbc,
            OutboundLedger ledger,
            DocumentStore documents,
            RuleSentences rules,
            AiOutputs outputs,
            AgencyProfile agency) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.documents = documents;
        this.rules = rules;
        this.outputs = outputs;
        this.zone = agency.timeZone();
    }

    /** A decision of the history with the rules that fired and the values they gave. */
    private static final class Decision {
        private final String definitionId;
        private final String name;
        private final OffsetDateTime at;
        private final @Nullable String person;
        private final Set<String> firedRules = new LinkedHashSet<>();
        private final List<String> outputs = new ArrayList<>();

        Decision(String definitionId, String name, OffsetDateTime at, @Nullable String person) {
            this.definitionId = definitionId;
            this.name = name;
            this.at = at;
            this.person = person;
        }
    }

    List<TimelineEntry> of(RequestView request) {
        List<TimelineEntry> entries = new ArrayList<>();
        List<TimelineEntry> messages = messages(request.number());
        entries.addAll(messages);
        List<String> items = messages.stream().map(TimelineEntry::reference).toList();
        outputs.ofItems(items).forEach(output -> entries.add(suggested(output)));
        entries.addAll(statuses(request.processInstanceId()));
        entries.addAll(priorities(request.processInstanceId()));
        entries.addAll(decisions(withIntake(request.processInstanceId(), items)));
        entries.addAll(tasks(request.processInstanceId()));
        entries.addAll(incidents(request.processInstanceId()));
        ledger.ofRequest(request.number()).forEach(write -> entries.add(written(write)));
        documents
                .ofRequest(request.number())
                .forEach(document -> entries.add(new TimelineEntry(
                        at(document.createdAt()),
                        Kind.DOCUMENT,
                        document.filename(),
                        document.kind() + ", " + document.status(),
                        document.createdBy(),
                        null,
                        document.id())));
        entries.sort(Comparator.comparing(TimelineEntry::at));
        return entries;
    }

    private List<TimelineEntry> messages(String number) {
        return jdbc.sql(
                        "select item.id, item.channel, item.sender, item.subject, item.accepted_at from inbound_item item"
                                + " join inbound_item_request link on link.item_id = item.id where link.request_number = ?")
                .param(number)
                .query((row, n) -> new TimelineEntry(
                        at(row.getObject("accepted_at", OffsetDateTime.class).toInstant()),
                        Kind.MESSAGE,
                        row.getString("channel") + " from " + row.getString("sender"),
                        row.getString("subject"),
                        null,
                        null,
                        row.getString("id")))
                .list();
    }

    /** What a model named for one of the messages, and what a person did with it. */
    private TimelineEntry suggested(Registered registered) {
        AiOutput output = registered.output();
        String who = output.source() == AiOutput.Source.ASSISTANT ? "Assistant outside" : "Learned model";
        AiOutput.Outcome outcome = registered.outcome();
        String then =
                outcome == null ? "" : ", " + outcome.name().toLowerCase(Locale.ROOT) + " by " + registered.decidedBy();
        return new TimelineEntry(
                at(registered.madeAt()),
                Kind.DECISION,
                who + " suggested " + output.workType(),
                String.format(
                        Locale.ROOT,
                        "confidence %.2f, model version %s%s",
                        output.confidence(),
                        output.modelVersion(),
                        then),
                null,
                null,
                output.itemId());
    }

    private List<TimelineEntry> statuses(String instance) {
        return jdbc.sql("select TIME_, TEXT_ from ACT_HI_DETAIL where PROC_INST_ID_ = ? and NAME_ = 'status'"
                        + " and TASK_ID_ is null and TEXT_ is not null order by TIME_, SEQUENCE_COUNTER_")
                .param(instance)
                .query((row, n) -> new TimelineEntry(
                        at(row, "TIME_"), Kind.STATUS, row.getString("TEXT_"), null, null, null, null))
                .list();
    }

    /** Every priority after the one that routing gave. */
    private List<TimelineEntry> priorities(String instance) {
        return jdbc
                .sql("select TIME_, TEXT_ from ACT_HI_DETAIL where PROC_INST_ID_ = ? and NAME_ = 'priority'"
                        + " and TASK_ID_ is null and TEXT_ is not null order by TIME_, SEQUENCE_COUNTER_")
                .param(instance)
                .query((row, n) -> new TimelineEntry(
                        at(row, "TIME_"),
                        Kind.STATUS,
                        "Asked for again: priority " + row.getString("TEXT_"),
                        "The due date follows.",
                        null,
                        null,
                        null))
                .list()
                .stream()
                .skip(1)
                .toList();
    }

    /** The instances that decided about a request: its own, and those that took its messages in. */
    private List<String> withIntake(String instance, List<String> items) {
        List<String> instances = new ArrayList<>(List.of(instance));
        if (!items.isEmpty()) {
            instances.addAll(jdbc.sql("select ID_ from ACT_HI_PROCINST where BUSINESS_KEY_ in (:items)")
                    .param("items", items)
                    .query(String.class)
                    .list());
        }
        return instances;
    }

    private List<TimelineEntry> decisions(List<String> instances) {
        Map<String, Decision> decisions = new LinkedHashMap<>();
        jdbc.sql("select made.ID_, made.DEC_DEF_ID_, made.DEC_DEF_KEY_, made.DEC_DEF_NAME_, made.EVAL_TIME_,"
                        + " made.USER_ID_, output.RULE_ID_, output.VAR_NAME_, output.TEXT_, output.LONG_,"
                        + " output.DOUBLE_, output.VAR_TYPE_"
                        + " from ACT_HI_DECINST made left join ACT_HI_DEC_OUT output on output.DEC_INST_ID_ = made.ID_"
                        + " where made.ROOT_PROC_INST_ID_ in (:instances)"
                        + " order by made.EVAL_TIME_, made.ID_, output.RULE_ORDER_")
                .param("instances", instances)
                .query((row, n) -> add(row, decisions))
                .list();
        return decisions.values().stream().map(this::entry).toList();
    }

    private boolean add(ResultSet row, Map<String, Decision> decisions) throws SQLException {
        Decision decision = decisions.get(row.getString("ID_"));
        if (decision == null) {
            String name = row.getString("DEC_DEF_NAME_");
            decision = new Decision(
                    row.getString("DEC_DEF_ID_"),
                    name == null ? row.getString("DEC_DEF_KEY_") : name,
                    at(row, "EVAL_TIME_"),
                    row.getString("USER_ID_"));
            decisions.put(row.getString("ID_"), decision);
        }
        String rule = row.getString("RULE_ID_");
        if (rule != null) {
            decision.firedRules.add(rule);
        }
        String variable = row.getString("VAR_NAME_");
        return variable != null && decision.outputs.add(variable + " = " + value(row));
    }

    private static String value(ResultSet row) throws SQLException {
        String text = row.getString("TEXT_");
        if (text != null) {
            return text;
        }
        long number = row.getLong("LONG_");
        if (!row.wasNull()) {
            return "boolean".equals(row.getString("VAR_TYPE_")) ? String.valueOf(number == 1) : String.valueOf(number);
        }
        double decimal = row.getDouble("DOUBLE_");
        return row.wasNull() ? "nothing" : String.valueOf(decimal);
    }

    private TimelineEntry entry(Decision decision) {
        List<String> parts = new ArrayList<>();
        if (!decision.outputs.isEmpty()) {
            parts.add(String.join(", ", decision.outputs));
        }
        decision.firedRules.forEach(
                rule -> parts.add(rules.of(decision.definitionId, rule).orElse("Rule " + rule)));
        String version = version(decision.definitionId);
        return new TimelineEntry(
                decision.at,
                Kind.DECISION,
                decision.name + (version.isEmpty() ? "" : ", version " + version),
                String.join(". ", parts),
                decision.person,
                null,
                decision.definitionId);
    }

    /** The engine's definition ids are {@code key:version:id}; very long keys have no version in their id. */
    private static String version(String definitionId) {
        String[] parts = definitionId.split(":", -1);
        return parts.length == 3 ? parts[1] : "";
    }

    private List<TimelineEntry> tasks(String instance) {
        List<TimelineEntry> entries = new ArrayList<>();
        jdbc.sql("select task.ID_, task.NAME_, task.ASSIGNEE_, task.START_TIME_, task.END_TIME_, task.DELETE_REASON_,"
                        + " license.TEXT_ as LICENSE from ACT_HI_TASKINST task"
                        + " left join ACT_HI_VARINST license on license.TASK_ID_ = task.ID_"
                        + " and license.NAME_ = 'licenseEvidence' where task.ROOT_PROC_INST_ID_ = ?")
                .param(instance)
                .query((row, n) -> {
                    String name = row.getString("NAME_");
                    entries.add(task(row, "START_TIME_", name + ": waiting for a person", null, null));
                    if (row.getTimestamp("END_TIME_") != null) {
                        boolean done = "completed".equals(row.getString("DELETE_REASON_"));
                        entries.add(task(
                                row,
                                "END_TIME_",
                                name + (done ? ": done" : ": no longer needed"),
                                done ? row.getString("ASSIGNEE_") : null,
                                done ? row.getString("LICENSE") : null));
                    }
                    return name;
                })
                .list();
        return entries;
    }

    private TimelineEntry task(
            ResultSet row, String time, String title, @Nullable String person, @Nullable String license)
            throws SQLException {
        return new TimelineEntry(at(row, time), Kind.TASK, title, null, person, license, row.getString("ID_"));
    }

    private List<TimelineEntry> incidents(String instance) {
        return jdbc.sql("select ID_, CREATE_TIME_, END_TIME_, INCIDENT_MSG_, ACTIVITY_ID_ from ACT_HI_INCIDENT"
                        + " where ROOT_PROC_INST_ID_ = ? and CAUSE_INCIDENT_ID_ = ID_")
                .param(instance)
                .query((row, n) -> new TimelineEntry(
                        at(row, "CREATE_TIME_"),
                        Kind.INCIDENT,
                        row.getString("ACTIVITY_ID_") + " failed"
                                + (row.getTimestamp("END_TIME_") == null ? " and waits for an administrator" : ""),
                        row.getString("INCIDENT_MSG_"),
                        null,
                        null,
                        row.getString("ID_")))
                .list();
    }

    private TimelineEntry written(OutboundWrite write) {
        Instant finished = write.finishedAt();
        String detail = write.detail() == null ? "" : ": " + write.detail();
        return new TimelineEntry(
                at(finished == null ? write.plannedAt() : finished),
                Kind.WRITE,
                write.kind() + " " + write.status(),
                "attempts " + write.attempts() + detail,
                null,
                null,
                write.remoteReference() == null ? write.reference() : write.remoteReference());
    }

    private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return at(time.toInstant());
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(zone).toOffsetDateTime();
    }
}
