package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.RequestLetters;

/** Acknowledge receipt: plans the one letter for the item that says its requests are in hand and nothing is changed yet. */
@Component
class AcknowledgeReceiptDelegate implements JavaDelegate {

    private final RequestLetters letters;

    AcknowledgeReceiptDelegate(RequestLetters letters) {
        this.letters = letters;
    }

    @Override
    public void execute(DelegateExecution execution) {
        letters.acknowledge(Addressees.of(execution), RequestVariables.INBOUND_ITEM_ID.get(execution));
    }
}
