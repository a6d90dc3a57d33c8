package org.throughline.servicing.contact.process;

import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.Refusal;

/** When a person has read the answer: nothing counts as confirmed without who confirmed it, and where. */
@Component
class ContactConfirmationListener implements TaskListener {

    @Override
    public void notify(DelegateTask task) {
        if (ContactChangeVariables.CONFIRMATION_NOTE.find(task).orElse("").isBlank()) {
            throw new Refusal("Say who confirmed it and where, or why it is not confirmed.");
        }
    }
}
