package org.throughline.intake.process;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.RuntimeService;
import org.springframework.stereotype.Component;
import org.throughline.intake.InboundItem;
import org.throughline.intake.IntakeProcess;
import org.throughline.platform.engine.AsSystem;
import org.throughline.platform.engine.RequestVariables;

/** The process {@code intake}; its first step is asynchronous, so it starts to work when the item is committed. */
@Component
class EngineIntakeProcess implements IntakeProcess {

    private static final String PROCESS = "intake";

    private final RuntimeService runtime;
    private final AsSystem system;

    EngineIntakeProcess(RuntimeService runtime, AsSystem system) {
        this.runtime = runtime;
        this.system = system;
    }

    @Override
    public void itemReceived(InboundItem item, @Nullable String onRequest) {
        Map<String, Object> variables = new HashMap<>();
        RequestVariables.INBOUND_ITEM_ID.put(variables, item.id());
        RequestVariables.CHANNEL.put(variables, item.channel().name());
        IntakeVariables.POSTED_ON.put(variables, onRequest);
        system.call(() -> runtime.startProcessInstanceByKey(PROCESS, item.id(), variables));
    }
}
