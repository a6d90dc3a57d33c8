package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.ExecutionListener;
import org.operaton.bpm.engine.impl.bpmn.parser.BpmnParseListener;
import org.operaton.bpm.engine.impl.persistence.entity.ExecutionEntity;
import org.operaton.bpm.engine.impl.pvm.process.ActivityImpl;
import org.operaton.bpm.engine.impl.pvm.process.ScopeImpl;
import org.operaton.bpm.engine.impl.util.xml.Element;
import org.throughline.platform.engine.ExtensionProperties;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.sla.process.SlaPause;

/**
 * Lets analysts say on any element what the request's status becomes when the work reaches it: the extension properties
 * {@code status} and {@code waitingOn}. They are set on the service request, also from a process that it calls; waiting may
 * stop its clock. The property {@code outcome} on an end event is how the process itself ended, for the process that called it.
 */
class RequestStatusParseListener implements BpmnParseListener {

    private static final String STATUS = "status";
    private static final String WAITING_ON = "waitingOn";
    private static final String OUTCOME = "outcome";

    private final SlaPause pause;

    RequestStatusParseListener(SlaPause pause) {
        this.pause = pause;
    }

    @Override
    public void parseUserTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseServiceTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseBusinessRuleTask(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseCallActivity(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseEventBasedGateway(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    @Override
    public void parseEndEvent(Element element, ScopeImpl scope, ActivityImpl activity) {
        listen(element, activity);
    }

    private void listen(Element element, ActivityImpl activity) {
        ExtensionProperties.find(element, OUTCOME)
                .ifPresent(outcome -> activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                        execution -> RequestVariables.OUTCOME.set(execution, outcome)));
        String status = ExtensionProperties.find(element, STATUS).orElse("");
        String waitingOn = ExtensionProperties.find(element, WAITING_ON).orElse("");
        if (!status.isEmpty()) {
            activity.addListener(ExecutionListener.EVENTNAME_START, (ExecutionListener)
                    execution -> enter(execution, status, waitingOn));
        }
    }

    private void enter(DelegateExecution execution, String status, String waitingOn) {
        ExecutionEntity request = requestOf((ExecutionEntity) execution);
        if (!status.equals(request.getVariable(RequestVariables.STATUS.name()))) {
            RequestVariables.STATUS.set(request, status);
        }
        String before = RequestVariables.WAITING_ON.find(request).orElse("");
        if (!waitingOn.equals(before)) {
            RequestVariables.WAITING_ON.set(request, waitingOn);
            pause.waitingChanged(request, waitingOn);
        }
    }

    /** The outermost process instance: the service request itself, or whatever process was started on its own. */
    private static ExecutionEntity requestOf(ExecutionEntity execution) {
        ExecutionEntity instance = execution.getProcessInstance();
        while (instance.getSuperExecution() != null) {
            instance = instance.getSuperExecution().getProcessInstance();
        }
        return instance;
    }
}
