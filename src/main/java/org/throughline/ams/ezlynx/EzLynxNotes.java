package org.throughline.ams.ezlynx;

import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Notes, in the discussion of their service request. A note belongs to the applicant; EZLynx links none to a policy. */
@OnEzLynx
@Component
class EzLynxNotes implements AmsWriter<AmsNotePayload> {

    private final EzLynxDiscussions discussions;

    EzLynxNotes(EzLynxDiscussions discussions) {
        this.discussions = discussions;
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
        return discussions.find(payload.clientId(), write, note -> true);
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsNotePayload payload) {
        Map<String, Object> note = Map.of("type", "Note", "body", AmsTags.note(payload, write));
        return WriteOutcome.done(discussions.add(payload.clientId(), write, note, any -> true));
    }
}
