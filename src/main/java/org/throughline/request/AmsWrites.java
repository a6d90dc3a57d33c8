package org.throughline.request;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.SpreadsheetIds;
import org.throughline.platform.ledger.LedgerConflicts;
import org.throughline.platform.ledger.LedgerConflicts.Choice;
import org.throughline.platform.ledger.LedgerConflicts.Settlement;
import org.throughline.platform.ledger.LedgerConflicts.WriteConflict;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.OutboundWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.ledger.WriteStatus;

/** Keeps the agency management system in step with a request: plans its note, carries out what is planned. */
@Component
public class AmsWrites {

    private static final Set<WriteKind> AMS = EnumSet.of(
            WriteKind.AMS_DOCUMENT,
            WriteKind.AMS_CERTIFICATE,
            WriteKind.AMS_NOTE,
            WriteKind.AMS_TASK,
            WriteKind.AMS_CONTACT);

    private final OutboundLedger ledger;
    private final LedgerConflicts conflicts;

    public AmsWrites(OutboundLedger ledger, LedgerConflicts conflicts) {
        this.ledger = ledger;
        this.conflicts = conflicts;
    }

    /** How far the writing has come. */
    public enum Progress {
        /** More planned writes are left. */
        MORE,
        /** Nothing is left to write. */
        NONE,
        /** The system refused a write; a person decides. */
        REFUSED,
        /** The system holds another value than a change was made for; a person decides. */
        CONFLICT
    }

    /**
     * What is left to write.
     *
     * @param writeId the ledger row that a person decides about
     * @param detail the system's own words when refused, what stands against what in a conflict
     */
    public record Left(
            Progress progress,
            @Nullable String writeId,
            @Nullable String detail) {

        private static Left of(OutboundWrite waiting) {
            return new Left(
                    waiting.status() == WriteStatus.CONFLICT ? Progress.CONFLICT : Progress.REFUSED,
                    waiting.id(),
                    waiting.detail());
        }
    }

    /** Plans the note that says what was done for the client; there is none on a client that the system does not have. */
    public void planNote(String requestNumber, String clientId, String subject, String text) {
        if (SpreadsheetIds.isOne(clientId)) {
            return;
        }
        ledger.plan(
                requestNumber,
                List.of(new PlannedWrite(WriteKind.AMS_NOTE, new AmsNotePayload(clientId, null, subject, text))));
    }

    /** What is left to write for the request, whoever began with it; what a person must decide comes before the rest. */
    public Left left(String requestNumber) {
        List<OutboundWrite> unsettled = ledger.unsettled(requestNumber, AMS);
        return unsettled.stream()
                .filter(write -> write.status().waitsForAPerson())
                .findFirst()
                .map(Left::of)
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

    /** What stands against what in a write that met a conflict. */
    public Optional<WriteConflict> conflict(String writeId) {
        return conflicts.find(writeId);
    }

    /**
     * Settles a conflict as a person chose.
     *
     * @throws IllegalArgumentException if the choice, the reason or a value that is needed is missing
     */
    public void settle(String writeId, String choice, @Nullable String value, String reason) {
        Choice chosen = Arrays.stream(Choice.values())
                .filter(one -> one.name().equals(choice))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Choose which value is right."));
        conflicts.settle(writeId, new Settlement(chosen, value, reason));
    }
}
