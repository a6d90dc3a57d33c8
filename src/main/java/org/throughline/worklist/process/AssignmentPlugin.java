package org.throughline.worklist.process;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.operaton.bpm.engine.impl.bpmn.behavior.UserTaskActivityBehavior;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.cfg.AbstractProcessEnginePlugin;
import org.operaton.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.throughline.worklist.Assignments;
import org.throughline.worklist.Placing;

/** Lets every user task of every model look for its person as soon as it comes up, after the license gate has seen it. */
@Component
class AssignmentPlugin extends AbstractProcessEnginePlugin {

    private final ObjectProvider<TaskWork> taskWork;
    private final Placing placing;
    private final Assignments assignments;
    private final Clock clock;

    AssignmentPlugin(ObjectProvider<TaskWork> taskWork, Placing placing, Assignments assignments, Clock clock) {
        this.taskWork = taskWork;
        this.placing = placing;
        this.assignments = assignments;
        this.clock = clock;
    }

    @Override
    public void preInit(ProcessEngineConfigurationImpl configuration) {
        List<BpmnParseListener> listeners = configuration.getCustomPostBPMNParseListeners() == null
                ? new ArrayList<>()
                : new ArrayList<>(configuration.getCustomPostBPMNParseListeners());
        listeners.add(new UserTasks());
        configuration.setCustomPostBPMNParseListeners(listeners);
    }

    private final class UserTasks implements BpmnParseListener {

        private final TaskListener listener =
                task -> new AssignmentListener(taskWork.getObject(), placing, assignments, clock).notify(task);

        @Override
        public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
            if (activity.getActivityBehavior() instanceof UserTaskActivityBehavior userTask) {
                userTask.getTaskDefinition().addTaskListener(TaskListener.EVENTNAME_CREATE, listener);
            }
        }
    }
}
