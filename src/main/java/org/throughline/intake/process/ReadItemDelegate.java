package org.throughline.intake.process;

import java.util.Optional;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.intake.Disposition;
import org.throughline.intake.InboundItem;
import org.throughline.intake.ItemReading;
import org.throughline.intake.RepeatedAsks.OpenAsk;
import org.throughline.platform.TransactionMemory;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.platform.engine.TransientVariables;
import org.throughline.triage.Understanding;

/** Read item: where it belongs and, where it is new work, what it says. */
@Component
class ReadItemDelegate implements JavaDelegate {

    private final ItemReading reading;

    ReadItemDelegate(ItemReading reading) {
        this.reading = reading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        InboundItem item = reading.item(RequestVariables.INBOUND_ITEM_ID.get(execution));
        Disposition disposition = reading.disposition(
                item, IntakeVariables.POSTED_ON.find(execution).orElse(null));
        IntakeVariables.DISPOSITION.set(execution, disposition.kind().name());
        boolean waiting = disposition.kind() == Disposition.Kind.WAITING_ITEM;
        IntakeVariables.WAITING_ITEM.set(execution, waiting ? disposition.requestNumber() : null);
        RequestVariables.REQUEST_NUMBER.set(execution, waiting ? null : disposition.requestNumber());
        IntakeVariables.ANSWER_POSSIBLE.set(execution, disposition.answer());
        IntakeVariables.REFUSAL_REASON.set(execution, item.reason());
        if (disposition.kind() == Disposition.Kind.NEW_WORK) {
            Understanding understanding = reading.classify(item);
            TransientVariables.set(execution, understanding.facts());
            TransactionMemory.remember(item.id(), Understanding.class, understanding);
            reading.candidates(understanding)
                    .ifPresent(candidates -> IntakeVariables.CLIENT_CANDIDATES.set(execution, candidates));
            Optional<OpenAsk> earlier = reading.askedBefore(item, understanding);
            IntakeVariables.EARLIER_REQUEST.set(
                    execution, earlier.map(OpenAsk::requestNumber).orElse(""));
            IntakeVariables.EARLIER_WORK_TYPE.set(
                    execution, earlier.map(OpenAsk::workType).orElse(""));
        }
    }
}
