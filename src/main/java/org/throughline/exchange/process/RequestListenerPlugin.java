package org.throughline.exchange.process;

import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.springframework.stereotype.Component;
import org.throughline.exchange.webhook.Audience;
import org.throughline.exchange.webhook.WebhookEvents;
import org.throughline.platform.Agencies;

/** Adds the listener to the engine, beside the handler that writes the history tables. */
@Component
class RequestListenerPlugin extends AbstractProcessEnginePlugin {

    private final RequestListener listener;

    RequestListenerPlugin(Audience audience, WebhookEvents events, Agencies agencies) {
        this.listener = new RequestListener(audience, events, agencies);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.getCustomHistoryEventHandlers().add(listener);
    }
}
