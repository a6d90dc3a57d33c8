package org.throughline.staff.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ExtensionProperties;
import org.throughline.staff.LicenseGate;

/**
 * Puts the license gate in front of every user task of every model. Only a task whose extension property {@code act} is
 * {@code CLERICAL} goes without; a task that does not name its act is treated as one that needs the license.
 */
@Component
public class LicensePlugin extends AbstractProcessEnginePlugin {

    private static final String ACT = "act";
    private static final String CLERICAL = "CLERICAL";

    private final LicenseListener listener;

    public LicensePlugin(LicenseGate gate, Clock clock) {
        this.listener = new LicenseListener(gate, clock);
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new UserTasks());
        configuration.setCustomPreBPMNParseListeners(listeners);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                first(configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                first(configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private static List<CommandInterceptor> first(@Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> interceptors = new ArrayList<>(List.of(new PlainRefusals()));
        if (others != null) {
            interceptors.addAll(others);
        }
        return interceptors;
    }

    private final class UserTasks implements BpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            boolean clerical = ExtensionProperties.find(element, ACT)
                    .filter(CLERICAL::equals)
                    .isPresent();
            if (!clerical && activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
                for (String event : List.of(
                        TaskListener.EVENTNAME_CREATE,
                        TaskListener.EVENTNAME_ASSIGNMENT,
                        TaskListener.EVENTNAME_COMPLETE)) {
                    userTask.getTaskDefinition().addBuiltInTaskListener(event, listener);
                }
            }
        }
    }
}
