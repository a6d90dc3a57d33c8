package org.throughline.request;

import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/** Keeps the agency management system in step with a request: plans its note, carries planned writes out one by one. */
@Component
public class AmsWrites {

    private static final Set<WriteKind> AMS =
            Set.of(WriteKind.AMS_DOCUMENT, WriteKind.AMS_CERTIFICATE, WriteKind.AMS_NOTE, WriteKind.AMS_TASK);

    private final OutboundLedger ledger;

    public AmsWrites(OutboundLedger ledger) {
        this.ledger = ledger;
    }

    /** How a step of writing ended. */
    public enum Progress {
        /** More planned writes are left. */
        MORE,
        /** Nothing is left to write. */
        NONE,
        /** The system refused this write; a person decides. */
        REFUSED
    }

    /**
     * A step's result.
     *
     * @param writeId the ledger row that was refused
     * @param detail the system's own words, when refused
     */
    public record Step(
            Progress progress,
            @Nullable String writeId,
            @Nullable String detail) {}

    /** Plans the note that says what was done for the client. */
    public void planNote(String requestNumber, String clientId, String subject, String text) {
        ledger.plan(
                requestNumber,
                java.util.List.of(
                        new PlannedWrite(WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, subject, text))));
    }

    /** Carries out the next planned write of the request. */
    public Step writeNext(String requestNumber) {
        Optional<OutboundWrite> written = ledger.carryOutNext(requestNumber, AMS);
        if (written.isPresent() && written.get().status() == WriteStatus.REJECTED) {
            return new Step(Progress.REFUSED, written.get().id(), written.get().detail());
        }
        return new Step(ledger.hasPlanned(requestNumber, AMS) ? Progress.MORE : Progress.NONE, null, null);
    }

    /** Tries a refused write once more, or gives it up with the person's reason. */
    public void resolve(String writeId, boolean retry, String reason) {
        ledger.resolve(writeId, retry, reason);
    }
}
