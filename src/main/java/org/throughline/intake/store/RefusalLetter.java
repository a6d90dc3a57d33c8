package org.throughline.intake.store;

import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItem;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.OutboundLedger.PlannedWrite;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.mail.EmailPayload;
import org.throughline.platform.mail.Letters;
import org.throughline.platform.mail.Letters.Letter;

/** Tells the sender of a refused mail, through the ledger; the item stands where a request's number stands else. */
@Component
class RefusalLetter {

    private final Letters letters;
    private final OutboundLedger ledger;
    private final AgencyProfile agency;

    RefusalLetter(Letters letters, OutboundLedger ledger, AgencyProfile agency) {
        this.letters = letters;
        this.ledger = ledger;
        this.agency = agency;
    }

    /** Plans the letter in the current transaction; machines and senders without an address get none. */
    void plan(InboundItem item) {
        if (item.autoSubmitted() || !item.senderAddress().contains("@")) {
            return;
        }
        String reason = item.reason();
        Letter letter = letters.write(
                "refused",
                Map.of(
                        "number", item.id(),
                        "subject", item.subject().isBlank() ? "your message" : item.subject(),
                        "reason", reason == null ? "" : reason,
                        "agency", agency.tradeName(),
                        "phone", agency.phone()));
        String messageId = item.externalId();
        ledger.plan(
                item.id(),
                List.of(new PlannedWrite(
                        WriteKind.EMAIL,
                        new EmailPayload(
                                List.of(item.senderAddress()),
                                List.of(),
                                letter.subject(),
                                letter.text(),
                                messageId,
                                messageId == null ? List.of() : List.of(messageId),
                                List.of(),
                                true))));
    }
}
