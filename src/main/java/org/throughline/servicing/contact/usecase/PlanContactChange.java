package org.throughline.servicing.contact.usecase;

import java.util.List;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.ams.AmsCapability;
import org.throughline.ams.AmsContactPayload;
import org.throughline.ams.AmsNotePayload;
import org.throughline.ams.AmsSystem;
import org.throughline.ams.AmsTaskPayload;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;

/**
 * Plans a confirmed change of a contact, and a note of who asked and how it was confirmed. Where the agency management
 * system takes no such change from outside, a task asks staff to make it there.
 */
@Service
public class PlanContactChange {

    private final AmsSystem ams;
    private final OutboundLedger ledger;

    public PlanContactChange(AmsSystem ams, OutboundLedger ledger) {
        this.ams = ams;
        this.ledger = ledger;
    }

    /**
     * Plans the writes in the current transaction.
     *
     * @param confirmation who confirmed it, and where
     * @return what proves that the request is done, as a sentence
     */
    @Transactional
    public String plan(String requestNumber, String clientId, ContactChange change, String confirmation) {
        boolean direct = ams.can(AmsCapability.UPDATE_CONTACT);
        ledger.plan(
                requestNumber,
                List.of(
                        direct
                                ? new PlannedWrite(WriteKind.AMS_CONTACT, write(clientId, change))
                                : new PlannedWrite(WriteKind.AMS_TASK, taskToChange(clientId, change, confirmation)),
                        new PlannedWrite(WriteKind.AMS_NOTE, note(clientId, change, confirmation))));
        return "Confirmed on the old channel: " + confirmation + " Change of " + change.sentence()
                + (direct ? " handed to " : " asked of staff by a task in ") + ams.name() + ".";
    }

    private static AmsContactPayload write(String clientId, ContactChange change) {
        return new AmsContactPayload(
                clientId, change.contactName(), change.field(), change.oldValue(), change.newValue(), change.readAt());
    }

    private AmsTaskPayload taskToChange(String clientId, ContactChange change, String confirmation) {
        return new AmsTaskPayload(
                clientId,
                null,
                "Change contact: " + change.contactName(),
                "Change " + change.sentence() + ". " + ams.name()
                        + " takes no change of a contact from outside; make it"
                        + " there where the old value still stands. Confirmed on the old channel: " + confirmation,
                null,
                null);
    }

    /** What was asked and confirmed; what the contact holds in the end stands in the system itself. */
    private static AmsNotePayload note(String clientId, ContactChange change, String confirmation) {
        return new AmsNotePayload(
                clientId,
                null,
                "Contact change asked: " + change.contactName(),
                "Asked by " + change.requestedBy() + ": change " + change.sentence() + ". Identity: "
                        + change.identityProof() + " Confirmed on the old channel: " + confirmation);
    }
}
