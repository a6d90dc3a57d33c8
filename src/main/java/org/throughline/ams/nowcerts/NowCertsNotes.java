package org.throughline.ams.nowcerts;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.nowcerts.NowCertsApi.NoteRow;
import org.throughline.platform.ledger.OutboundWrite;

/**
 * Notes. The vendor's note is its subject, so subject and text go there, with our reference as the last word; {@code
 * InsertNote} always inserts and nothing can be changed afterwards. A note whose text arrived whole is done, even where
 * the vendor lost its link to the policy; one whose text was cut is not ours to mend, and a complete note is written
 * beside it.
 */
@OnNowCerts
@Component
class NowCertsNotes implements NowCertsChannel.Writer {

    private final NowCertsApi api;
    private final NowCertsPayloads payloads;

    NowCertsNotes(NowCertsApi api, NowCertsPayloads payloads) {
        this.api = api;
        this.payloads = payloads;
    }

    @Override
    public Optional<String> find(OutboundWrite write) {
        String filter = "contains(subject," + NowCertsLists.literal(NowCertsPayloads.tag(write)) + ")";
        String expected = text(write);
        return api.notes(filter, "createDate asc", 0, NowCertsLists.PAGE).value().stream()
                .filter(note -> expected.equals(note.subject()))
                .map(NoteRow::databaseId)
                .findFirst();
    }

    @Override
    public String perform(OutboundWrite write) {
        AmsNotePayload payload = payloads.payload(write, AmsNotePayload.class);
        Map<String, Object> note = new LinkedHashMap<>();
        note.put("subject", text(write));
        note.put("insured_database_id", payload.clientId());
        note.put("creator_name", "Throughline");
        if (payload.policyId() != null) {
            note.put("policy_database_id", payload.policyId());
        }
        return NowCertsPayloads.accepted(api.insertNote(note));
    }

    private String text(OutboundWrite write) {
        AmsNotePayload payload = payloads.payload(write, AmsNotePayload.class);
        String separator = payload.text().isBlank() ? " " : "\n";
        return payload.subject() + separator + payload.text() + " " + NowCertsPayloads.tag(write);
    }
}
