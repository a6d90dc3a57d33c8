package org.throughline.reporting.projection;

import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;

/** Adds the projection to the engine, beside the handler that writes the history tables. */
@Component
class RequestProjectionPlugin extends AbstractProcessEnginePlugin {

    private final RequestProjection projection;

    RequestProjectionPlugin(RequestProjection projection) {
        this.projection = projection;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(projection);
    }
}
