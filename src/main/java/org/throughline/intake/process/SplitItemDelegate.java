package org.throughline.intake.process;

import java.util.List;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.ItemSplitting;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.triage.Understanding;

/** Split item: says for which things that the message asks for a request is opened. */
@Component
class SplitItemDelegate implements JavaDelegate {

    private final ItemSplitting splitting;

    SplitItemDelegate(ItemSplitting splitting) {
        this.splitting = splitting;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String item = RequestVariables.INBOUND_ITEM_ID.get(execution);
        List<String> asks = splitting.asksOf(
                item,
                RequestVariables.WORK_TYPE.get(execution),
                IntakeVariables.FURTHER_WORK_TYPES.find(execution).orElse(""),
                TransactionMemory.recall(item, Understanding.class));
        IntakeVariables.ASKS.set(execution, String.join(",", asks));
        IntakeVariables.ASK_COUNT.set(execution, asks.size());
    }
}
