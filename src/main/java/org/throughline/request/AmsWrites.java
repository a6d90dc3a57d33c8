package org.throughline.request;

import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/** Keeps the agency management system in step with a request: plans its note, carries out what is planned. */
@Component
public class AmsWrites {

    private static final Set<WriteKind> AMS =
            Set.of(WriteKind.AMS_DOCUMENT, WriteKind.AMS_CERTIFICATE, WriteKind.AMS_NOTE, WriteKind.AMS_TASK);

    private final OutboundLedger ledger;

    public AmsWrites(OutboundLedger ledger) {
        this.ledger = ledger;
    }

    /** How far the writing has come. */
    public enum Progress {
        /** More planned writes are left. */
        MORE,
        /** Nothing is left to write. */
        NONE,
        /** The system refused a write; a person decides. */
        REFUSED
    }

    /**
     * What is left to write.
     *
     * @param writeId the ledger row that was refused
     * @param detail the system's own words, when refused
     */
    public record Left(
            Progress progress,
            @Nullable String writeId,
            @Nullable String detail) {}

    /** Plans the note that says what was done for the client; there is none on a client that the system does not have. */
    public void planNote(String requestNumber, String clientId, String subject, String text) {
        if (SpreadsheetIds.isOne(clientId)) {
            return;
        }
        ledger.plan(
                requestNumber,
                List.of(new PlannedWrite(WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, subject, text))));
    }

    /** What is left to write for the request, whoever began with it; a refusal comes before the rest. */
    public Left left(String requestNumber) {
        List<OutboundWrite> unsettled = ledger.unsettled(requestNumber, AMS);
        return unsettled.stream()
                .filter(write -> write.status() == WriteStatus.REJECTED)
                .findFirst()
                .map(refused -> new Left(Progress.REFUSED, refused.id(), refused.detail()))
                .orElseGet(() -> new Left(unsettled.isEmpty() ? Progress.NONE : Progress.MORE, null, null));
    }

    /** Carries out the planned writes of the request, as far as the system takes them. */
    public void write(String requestNumber) {
        ledger.carryOut(requestNumber, Set.of(), AMS);
    }

    /** Tries a refused write once more, or gives it up with the person's reason. */
    public void resolve(String writeId, boolean retry, String reason) {
        ledger.resolve(writeId, retry, reason);
    }
}
