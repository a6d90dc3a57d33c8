package org.throughline.intake.mail;

import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.throughline.intake.InboundItems;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.WriteKind;
import org.throughline.platform.vendor.VendorUnavailable;

/** Sends the planned letters to senders of refused items; what cannot be sent now is found again later. */
@Component
public class RefusalNotices {

    private static final Logger LOG = LoggerFactory.getLogger(RefusalNotices.class);
    private static final Set<WriteKind> MAIL = Set.of(WriteKind.EMAIL);

    private final InboundItems items;
    private final OutboundLedger ledger;
    private final TransactionTemplate transaction;

    public RefusalNotices(InboundItems items, OutboundLedger ledger, PlatformTransactionManager transactions) {
        this.items = items;
        this.ledger = ledger;
        this.transaction = new TransactionTemplate(transactions);
    }

    /** Sends every letter that waits. */
    public void send() {
        for (String itemId : items.refusalsToTell()) {
            try {
                transaction.executeWithoutResult(status -> ledger.carryOutNext(itemId, MAIL));
            } catch (VendorUnavailable later) {
                LOG.warn("The sender of {} could not be told yet: {}", itemId, later.toString());
                return;
            }
        }
    }
}
