package org.throughline.ams.epic;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsWriter;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Notes: activities that are closed as successful when they are made. */
@OnEpic
@Component
class EpicNotes implements AmsWriter<AmsNotePayload> {

    private final EpicActivities activities;
    private final EpicLookups lookups;
    private final EpicProperties properties;

    EpicNotes(EpicActivities activities, EpicLookups lookups, EpicProperties properties) {
        this.activities = activities;
        this.lookups = lookups;
        this.properties = properties;
    }

    @Override
    public WriteKind kind() {
        return WriteKind.AMS_NOTE;
    }

    @Override
    public Class<AmsNotePayload> payloadType() {
        return AmsNotePayload.class;
    }

    @Override
    public Optional<String> find(OutboundWrite write, AmsNotePayload payload) {
        return activities.find(write, payload.clientId(), content(payload));
    }

    private static String content(AmsNotePayload payload) {
        return payload.text().isBlank() ? payload.subject() : payload.subject() + "\n" + payload.text();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsNotePayload payload) {
        Map<String, Object> closed = new LinkedHashMap<>();
        closed.put("status", "CLOSED");
        closed.put("closed", Map.of("successful", true));
        Optional.ofNullable(properties.owner())
                .flatMap(lookups::employee)
                .ifPresent(id -> closed.put("owner", Map.of("type", "EMPLOYEE", "id", id)));
        return activities.write(
                write,
                payload.clientId(),
                payload.policyId(),
                properties.noteCode(),
                payload.subject(),
                content(payload),
                closed);
    }
}
