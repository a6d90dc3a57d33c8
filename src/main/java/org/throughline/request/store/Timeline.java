package org.throughline.request.store;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
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
import org.throughline.platform.ledger.WriteStatus;
import org.throughline.request.DecisionRecord;
import org.throughline.request.RequestView;
import org.throughline.request.TimelineEntry;
import org.throughline.request.TimelineEntry.Kind;
import org.throughline.request.sla.SlaEvent;
import org.throughline.request.sla.SlaEvents;

/** Puts together what happened to a request from the engine's history, the ledger, the documents and the items. */
@Component
class Timeline {

    private final JdbcClient jdbc;
    private final OutboundLedger ledger;
    private final DocumentStore documents;
    private final DecisionHistory decisions;
    private final AiOutputs outputs;
    private final SlaEvents clocks;
    private final LicenseEntries licenses;
    private final InterventionEntries interventions;
    private final AgencyProfile agency;

    Timeline(
            JdbcClient jdbc,
            OutboundLedger ledger,
            DocumentStore documents,
            DecisionHistory decisions,
            AiOutputs outputs,
            SlaEvents clocks,
            LicenseEntries licenses,
            InterventionEntries interventions,
            AgencyProfile agency) {
        this.jdbc = jdbc;
        this.ledger = ledger;
        this.documents = documents;
        this.decisions = decisions;
        this.outputs = outputs;
        this.clocks = clocks;
        this.licenses = licenses;
        this.interventions = interventions;
        this.agency = agency;
    }

    List<TimelineEntry> of(RequestView request) {
        List<TimelineEntry> entries = new ArrayList<>();
        List<TimelineEntry> messages = messages(request.number());
        entries.addAll(messages);
        List<String> items = messages.stream().map(TimelineEntry::reference).toList();
        outputs.ofItems(items).forEach(output -> entries.add(suggested(output)));
        entries.addAll(statuses(request.processInstanceId()));
        entries.addAll(priorities(request.processInstanceId()));
        decisions.of(request).forEach(decision -> entries.add(decided(decision)));
        entries.addAll(tasks(request.processInstanceId()));
        entries.addAll(assignments(request.number()));
        entries.addAll(licenses.of(request.number()));
        entries.addAll(interventions.of(request.number()));
        entries.addAll(incidents(request.processInstanceId()));
        clocks.ofRequest(request.number()).forEach(event -> entries.add(clock(event)));
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

    private static TimelineEntry decided(DecisionRecord decision) {
        List<String> parts = new ArrayList<>();
        if (!decision.outputs().isEmpty()) {
            parts.add(decision.outputs().entrySet().stream()
                    .map(output ->
                            output.getKey() + " = " + (output.getValue() == null ? "nothing" : output.getValue()))
                    .collect(Collectors.joining(", ")));
        }
        decision.rules().forEach(rule -> parts.add(rule.why() == null ? "Rule " + rule.id() : rule.why()));
        return new TimelineEntry(
                decision.at(),
                Kind.DECISION,
                decision.name() + (decision.version() == 0 ? "" : ", version " + decision.version()),
                String.join(". ", parts),
                decision.person(),
                null,
                decision.definitionId());
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

    /** Where each task went, or whom it would suit, and why. */
    private List<TimelineEntry> assignments(String number) {
        return jdbc.sql("select task_id, task_name, reason, decided_at from task_assignment where request_number = ?")
                .param(number)
                .query((row, n) -> new TimelineEntry(
                        at(row.getObject("decided_at", OffsetDateTime.class).toInstant()),
                        Kind.TASK,
                        row.getString("task_name") + ": assignment",
                        row.getString("reason"),
                        null,
                        null,
                        row.getString("task_id")))
                .list();
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

    private TimelineEntry clock(SlaEvent event) {
        return new TimelineEntry(
                at(event.at()), Kind.CLOCK, event.stage().title(), event.detail(), event.person(), null, null);
    }

    private TimelineEntry written(OutboundWrite write) {
        Instant finished = write.finishedAt();
        String detail = write.detail() == null ? "" : ": " + write.detail();
        String unknown = write.status() == WriteStatus.UNKNOWN
                ? "the answer was lost, so it may have happened; looked up before the next attempt, "
                : "";
        return new TimelineEntry(
                at(finished == null ? write.plannedAt() : finished),
                Kind.WRITE,
                write.kind() + " " + write.status(),
                unknown + "attempts " + write.attempts() + detail,
                null,
                null,
                write.remoteReference() == null ? write.reference() : write.remoteReference());
    }

    private OffsetDateTime at(ResultSet row, String column) throws SQLException {
        Timestamp time = row.getTimestamp(column);
        return at(time.toInstant());
    }

    private OffsetDateTime at(Instant instant) {
        return instant.atZone(agency.timeZone()).toOffsetDateTime();
    }
}
