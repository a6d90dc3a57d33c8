package org.throughline.ams.hawksoft;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.hawksoft.HawkSoftWire.LogTask;
import org.throughline.ams.hawksoft.HawkSoftWire.PolicyRecord;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Tasks: the vendor takes one only inside an entry of the client's log. See {@link HawkSoftWrites}.
 *
 * <p>It assigns a task to a role or to a person's e-mail address; somebody whose address is not configured gets it by name,
 * in the text of a task for the client's service representative. The day it is due is sent as its noon, because the
 * vendor does not say in which zone it reads a time: noon stays on the day in any of them.
 */
@OnHawkSoft
@Component
class HawkSoftTasks implements AmsWriter<AmsTaskPayload> {

    private final HawkSoftWrites writes;
    private final HawkSoftBook book;
    private final HawkSoftProperties properties;

    HawkSoftTasks(HawkSoftWrites writes, HawkSoftBook book, HawkSoftProperties properties) {
        this.writes = writes;
        this.book = book;
        this.properties = properties;
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
        return HawkSoftWrites.earlier();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsTaskPayload payload) {
        String title = payload.title() + " " + AmsTags.tag(write);
        String number = payload.policyNumber();
        String description = number == null ? payload.description() : payload.description() + "\nPolicy " + number;
        String policyId = number == null ? null : policyId(payload.clientId(), number);
        return writes.log(write, payload.clientId(), title, policyId, task(payload, title, description));
    }

    private LogTask task(AmsTaskPayload payload, String title, String description) {
        String assignee = payload.assignee();
        LocalDate due = payload.due();
        String day = due == null ? null : due + "T12:00:00";
        String email = assignee == null ? null : properties.assignees().get(assignee);
        if (email != null) {
            return new LogTask(title, description, day, "SpecifiedUser", email);
        }
        return new LogTask(title, assignee == null ? description : description + "\nFor " + assignee, day, "CSR", null);
    }

    /** The vendor links by its own id; a number that the client has no policy under stays in the text alone. */
    private @Nullable String policyId(String clientId, String number) {
        return book.client(clientId, "Policies").stream()
                .flatMap(client -> HawkSoftText.list(client.policies()).stream())
                .filter(policy -> Objects.equals(policy.policyNumber(), number))
                .map(PolicyRecord::id)
                .findFirst()
                .orElse(null);
    }
}
