package org.throughline.request.process;

import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.throughline.request.sla.process.SlaPause;

/** Adds the status listener to every model that is deployed. */
@Component
public class RequestStatusPlugin extends AbstractProcessEnginePlugin {

    private final SlaPause pause;

    public RequestStatusPlugin(SlaPause pause) {
        this.pause = pause;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new RequestStatusParseListener(pause));
        configuration.setCustomPreBPMNParseListeners(listeners);
    }
}
