package org.throughline.servicing.submission.process;

import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;

/** When a person has checked what was issued: takes their word with its reason, or asks for the reason in the form. */
@Component
class IssuedCheckedListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (!"ACCEPT".equals(FormValues.text(task, CarrierVariables.ISSUED_DECISION))) {
            RequestVariables.COMPLETION_EVIDENCE.set(task, "");
            return;
        }
        String note = FormValues.text(task, CarrierVariables.ISSUED_NOTE).strip();
        if (note.isEmpty()) {
            throw new Refusal("Say why it is accepted: what you compared, and with which document of the carrier.");
        }
        String evidence = FormValues.text(task, RequestVariables.COMPLETION_EVIDENCE);
        RequestVariables.COMPLETION_EVIDENCE.set(task, evidence + " Checked by " + task.getAssignee() + ": " + note);
    }
}
