package org.throughline.request.sla.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.sla.SlaActions;

/** Reassign request: gives the open tasks of the late request to the queue or person that the manager chose. */
@Component
class ReassignRequestDelegate implements JavaDelegate {

    private final SlaActions actions;

    ReassignRequestDelegate(SlaActions actions) {
        this.actions = actions;
    }

    @Override
    public void execute(DelegateExecution execution) {
        actions.reassign(
                RequestVariables.REQUEST_NUMBER.get(execution),
                EscalationVariables.NEW_QUEUE
                        .find(execution)
                        .filter(queue -> !queue.isBlank())
                        .orElse(null),
                EscalationVariables.NEW_ASSIGNEE
                        .find(execution)
                        .filter(person -> !person.isBlank())
                        .orElse(null));
    }
}
