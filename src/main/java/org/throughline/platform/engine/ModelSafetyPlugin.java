package org.throughline.platform.engine;

import java.util.ArrayList;
import java.util.List;
import javax.script.ScriptEngine;
import org.operaton.bpm.engine.ProcessEngineException;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.scripting.engine.DefaultScriptEngineResolver;
import org.operaton.bpm.engine.impl.scripting.engine.OperatonScriptEngineManager;
import org.springframework.context.ApplicationContext;
import org.springframework.stereotype.Component;

/** Keeps models from running code: analysts may deploy, and what they deploy stays within declared beans and FEEL. */
@Component
public class ModelSafetyPlugin extends AbstractProcessEnginePlugin {

    private final ApplicationContext context;

    public ModelSafetyPlugin(ApplicationContext context) {
        this.context = context;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        configuration.setExpressionManager(new ModelExpressions(context));
        configuration.setScriptEngineResolver(new NoScripts());
        configuration.setDmnEngineConfiguration(PlainFeel.configuration());
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new ModelGuard());
        configuration.setCustomPreBPMNParseListeners(listeners);
    }

    /** Decision tables in a script language have no engine either. */
    private static final class NoScripts extends DefaultScriptEngineResolver {

        NoScripts() {
            super(new OperatonScriptEngineManager());
        }

        @Override
        public ScriptEngine getScriptEngine(String language, boolean resolveFromCache) {
            throw new ProcessEngineException("Scripts in " + language + " are switched off. Write this in FEEL.");
        }
    }
}
