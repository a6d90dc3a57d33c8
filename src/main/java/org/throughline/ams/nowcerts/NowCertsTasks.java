package org.throughline.ams.nowcerts;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.nowcerts.NowCertsApi.TaskRow;
import org.throughline.platform.ledger.OutboundWrite;

/** Tasks; our reference is the last word of the title, the one text of a task that the vendor's list gives back. */
@OnNowCerts
@Component
class NowCertsTasks implements NowCertsChannel.Writer {

    private final NowCertsApi api;
    private final NowCertsPayloads payloads;

    NowCertsTasks(NowCertsApi api, NowCertsPayloads payloads) {
        this.api = api;
        this.payloads = payloads;
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        String filter = "contains(title," + NowCertsLists.literal(NowCertsPayloads.tag(write)) + ")";
        return api.tasks(filter, "createDate asc", 0, NowCertsLists.PAGE).value().stream()
                .map(TaskRow::databaseId)
                .findFirst();
    }

    @Override
    public String perform(OutboundWrite write) {
        AmsTaskPayload payload = payloads.payload(write, AmsTaskPayload.class);
        Map<String, Object> task = new LinkedHashMap<>();
        task.put("title", payload.title() + " " + NowCertsPayloads.tag(write));
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
        return NowCertsPayloads.accepted(api.insertTask(task));
    }
}
