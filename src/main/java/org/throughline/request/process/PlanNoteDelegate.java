package org.throughline.request.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.request.AmsWrites;

/** Plan note: plans the AMS note that says what was done; needs a known client. */
@Component
class PlanNoteDelegate implements JavaDelegate {

    private final AmsWrites writes;

    PlanNoteDelegate(AmsWrites writes) {
        this.writes = writes;
    }

    @Override
    public void execute(DelegateExecution execution) {
        writes.planNote(
                RequestVariables.REQUEST_NUMBER.get(execution),
                RequestVariables.CLIENT_ID.get(execution),
                RequestVariables.WORK_TYPE.get(execution),
                RequestVariables.COMPLETION_EVIDENCE.find(execution).orElse("Done without further evidence."));
    }
}
