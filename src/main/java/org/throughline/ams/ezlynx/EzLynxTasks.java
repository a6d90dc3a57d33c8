package org.throughline.ams.ezlynx;

import java.time.Clock;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.ezlynx.EzLynxDiscussionApi.Note;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Tasks: notes that carry a task, in the discussion of their service request. One that nobody known to EZLynx is to do
 * goes to the user that we act as, and its text says who is meant; one without a date is due the next day, since every
 * known example has a date.
 */
@OnEzLynx
@Component
class EzLynxTasks implements AmsWriter<AmsTaskPayload> {

    private static final DateTimeFormatter MILLISECONDS = DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'");
    private static final LocalTime CLOSE_OF_BUSINESS = LocalTime.of(17, 0);

    private final EzLynxDiscussions discussions;
    private final EzLynxUsers users;
    private final AgencyProfile agency;
    private final Clock clock;

    EzLynxTasks(EzLynxDiscussions discussions, EzLynxUsers users, AgencyProfile agency, Clock clock) {
        this.discussions = discussions;
        this.users = users;
        this.agency = agency;
        this.clock = clock;
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
        return discussions.find(payload.clientId(), write, EzLynxTasks::whole);
    }

    private static boolean whole(Note note) {
        return note.task() != null && note.task().taskId() != null;
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsTaskPayload payload) {
        Optional<Long> person = payload.assignee() == null ? Optional.empty() : users.ofPerson(payload.assignee());
        Map<String, Object> task = new LinkedHashMap<>();
        person.or(users::ourselves).ifPresent(id -> task.put("assignedUserId", id));
        task.put("due", due(payload));
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("type", "TaskCreationNote");
        note.put("body", body(write, payload, person.isPresent()));
        note.put("task", task);
        return WriteOutcome.done(discussions.add(payload.clientId(), write, note, EzLynxTasks::whole));
    }

    private String due(AmsTaskPayload payload) {
        LocalDate tomorrow =
                LocalDate.ofInstant(clock.instant(), agency.timeZone()).plusDays(1);
        return Objects.requireNonNullElse(payload.due(), tomorrow)
                .atTime(CLOSE_OF_BUSINESS)
                .atZone(agency.timeZone())
                .withZoneSameInstant(ZoneOffset.UTC)
                .format(MILLISECONDS);
    }

    private static String body(OutboundWrite write, AmsTaskPayload payload, boolean assigned) {
        StringBuilder body = new StringBuilder(payload.title());
        if (!payload.description().isBlank()) {
            body.append('\n').append(payload.description());
        }
        if (payload.policyNumber() != null) {
            body.append("\nPolicy ").append(payload.policyNumber());
        }
        if (payload.assignee() != null && !assigned) {
            body.append("\nFor ").append(payload.assignee());
        }
        return body.append(' ').append(AmsTags.tag(write)).toString();
    }
}
