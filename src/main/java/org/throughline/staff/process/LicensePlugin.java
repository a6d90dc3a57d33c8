package org.throughline.staff.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.interceptor.CommandInterceptor;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ExtensionProperties;
import org.throughline.staff.Act;
import org.throughline.staff.ActRules;
import org.throughline.staff.LicenseChecks;
import org.throughline.staff.LicenseGate;
import org.throughline.staff.RefusedAttempts;

/**
 * Puts the license gate in front of every user task of every model, and around every command. Only a task whose one act is
 * {@link Act#CLERICAL} goes without; a task that names no act, or an unknown one, counts as advice.
 */
@Component
public class LicensePlugin extends AbstractProcessEnginePlugin {

    private static final List<String> EVENTS = List.of(
            TaskListener.EVENTNAME_CREATE,
            TaskListener.EVENTNAME_ASSIGNMENT,
            TaskListener.EVENTNAME_UPDATE,
            TaskListener.EVENTNAME_COMPLETE,
            TaskListener.EVENTNAME_DELETE);

    private final LicenseDesk desk;
    private final RefusedAttempts attempts;
    private final Clock clock;

    /** The rules are looked up when the first task comes up, since the deployed tables need the engine. */
    public LicensePlugin(
            LicenseGate gate, LicenseChecks checks, RefusedAttempts attempts, @Lazy ActRules rules, Clock clock) {
        this.desk = new LicenseDesk(new NeedReader(rules), gate, checks, clock);
        this.attempts = attempts;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPreBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPreBPMNParseListeners());
        listeners.add(new UserTasks());
        configuration.setCustomPreBPMNParseListeners(listeners);
        configuration.setCustomPreCommandInterceptorsTxRequired(
                first(configuration, configuration.getCustomPreCommandInterceptorsTxRequired()));
        configuration.setCustomPreCommandInterceptorsTxRequiresNew(
                first(configuration, configuration.getCustomPreCommandInterceptorsTxRequiresNew()));
    }

    private List<CommandInterceptor> first(
            ProcessEngineConfigurationImpl configuration, @Nullable List<CommandInterceptor> others) {
        List<CommandInterceptor> interceptors =
                new ArrayList<>(List.of(new LicenseBarrier(attempts, configuration::getIdentityService, clock)));
        if (others != null) {
            interceptors.addAll(others);
        }
        return interceptors;
    }

    private static Set<Act> acts(Element task) {
        try {
            return Act.named(ExtensionProperties.find(task, Act.PROPERTY).orElse(""));
        } catch (IllegalArgumentException unknown) {
            return EnumSet.of(Act.ADVISE);
        }
    }

    private final class UserTasks implements BpmnParseListener {

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            Set<Act> acts = acts(element);
            if (!acts.equals(EnumSet.of(Act.CLERICAL))
                    && activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
                LicenseListener listener = new LicenseListener(acts, desk);
                EVENTS.forEach(event -> userTask.getTaskDefinition().addBuiltInTaskListener(event, listener));
                activity.addBuiltInListener(ExecutionListener.EVENTNAME_END, new EndGuard());
            }
        }
    }
}
