package org.throughline.ams.nowcerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.nowcerts.NowCertsApi.TaskRow;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Tasks; our reference is the last word of the title, the one text of a task that the vendor's list gives back. */
@OnNowCerts
@Component
class NowCertsTasks implements AmsWriter<AmsTaskPayload> {

    private final NowCertsApi api;

    NowCertsTasks(NowCertsApi api) {
        this.api = api;
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_TASK;
    }

    @Override
    public Class<AmsTaskPayload> payloadType() {
        return AmsTaskPayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsTaskPayload payload) {
        String filter = "contains(title," + NowCertsLists.literal(AmsTags.tag(write)) + ")";
        return api.tasks(filter, "createDate asc", 0, NowCertsLists.PAGE).value().stream()
                .map(TaskRow::databaseId)
                .findFirst();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsTaskPayload payload) {
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("title", payload.title() + " " + AmsTags.tag(write));
        task.put("description", payload.description());
        task.put("status", "NotStarted");
        task.put("priority", "medium");
        task.put("insured_database_id", payload.clientId());
        task.put("creatorName", "Throughline");
        if (payload.due() != null) {
            task.put("due_date", payload.due() + "T00:00:00Z");
        }
        if (payload.policyNumber() != null) {
            task.put("policy_number", payload.policyNumber());
        }
        if (payload.assignee() != null) {
            task.put("assigned_to", List.of(payload.assignee()));
        }
        return WriteOutcome.done(NowCertsAnswers.accepted(api.insertTask(task)));
    }
}
