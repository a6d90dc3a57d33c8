package org.throughline.ams.hawksoft;

import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/** Notes: an entry in the client's log, with our reference as the last word of its text. See {@link HawkSoftWrites}. */
@OnHawkSoft
@Component
class HawkSoftNotes implements AmsWriter<AmsNotePayload> {

    private final HawkSoftWrites writes;

    HawkSoftNotes(HawkSoftWrites writes) {
        this.writes = writes;
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
        return HawkSoftWrites.earlier();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsNotePayload payload) {
        return writes.log(write, payload.clientId(), AmsTags.note(payload, write), payload.policyId(), null);
    }
}
