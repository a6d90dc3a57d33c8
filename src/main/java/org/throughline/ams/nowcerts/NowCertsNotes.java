package org.throughline.ams.nowcerts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsTags;
import org.throughline.ams.AmsWriter;
import org.throughline.ams.nowcerts.NowCertsApi.NoteRow;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteOutcome;

/**
 * Notes. The vendor's note is its subject, so subject and text go there, with our reference as the last word; {@code
 * InsertNote} always inserts and nothing can be changed afterwards. A note whose text arrived whole is done, even where
 * the vendor lost its link to the policy; one whose text was cut is not ours to mend, and a complete note is written
 * beside it.
 */
@OnNowCerts
@Component
class NowCertsNotes implements AmsWriter<AmsNotePayload> {

    private final NowCertsApi api;

    NowCertsNotes(NowCertsApi api) {
        this.api = api;
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
        String filter = "contains(subject," + NowCertsLists.literal(AmsTags.tag(write)) + ")";
        String expected = AmsTags.note(payload, write);
        return api.notes(filter, "createDate asc", 0, NowCertsLists.PAGE).value().stream()
                .filter(note -> expected.equals(note.subject()))
                .map(NoteRow::databaseId)
                .findFirst();
    }

    @Override
    public WriteOutcome perform(OutboundWrite write, AmsNotePayload payload) {
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("subject", AmsTags.note(payload, write));
        note.put("insured_database_id", payload.clientId());
        note.put("creator_name", "Throughline");
        if (payload.policyId() != null) {
            note.put("policy_database_id", payload.policyId());
        }
        return WriteOutcome.done(NowCertsAnswers.accepted(api.insertNote(note)));
    }
}
