package org.throughline.intake.process;

import java.util.Set;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.platform.ledger.OutboundLedger;
import org.throughline.platform.ledger.WriteKind;

/** Send refusal: tells the sender why the item was refused; the letter was planned when the item was stored. */
@Component
class SendRefusalDelegate implements JavaDelegate {

    private final OutboundLedger ledger;

    SendRefusalDelegate(OutboundLedger ledger) {
        this.ledger = ledger;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ledger.carryOut(RequestVariables.INBOUND_ITEM_ID.get(execution), Set.of(WriteKind.EMAIL), Set.of());
    }
}
