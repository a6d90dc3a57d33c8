package org.throughline.intake.process;

import java.util.HashMap;
import java.util.Map;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItem;
import org.throughline.intake.IntakeProcess;
import org.throughline.request.RequestVariables;

/** The process {@code intake}; its first step is asynchronous, so it starts to work when the item is committed. */
@Component
class EngineIntakeProcess implements IntakeProcess {

    private static final String PROCESS = "intake";

    private final RuntimeService runtime;

    EngineIntakeProcess(RuntimeService runtime) {
        this.runtime = runtime;
    }

    @Override
    public void itemReceived(InboundItem item) {
        Map<String, Object> variables = new HashMap<>();
        RequestVariables.INBOUND_ITEM_ID.put(variables, item.id());
        RequestVariables.CHANNEL.put(variables, item.channel().name());
        runtime.startProcessInstanceByKey(PROCESS, item.id(), variables);
    }
}
