package org.throughline.servicing.contact.process;

import org.operaton.bpm.engine.delegate.DelegateTask;
import org.operaton.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.ProcessVariable;
import org.throughline.platform.engine.Refusal;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.contact.usecase.AskOldChannel;
import org.throughline.servicing.contact.usecase.ContactChangeRefused;
import org.throughline.servicing.contact.usecase.ContactsOnFile;

/** When a person has put a change together: where and what the old channel is asked, or what is still missing. */
@Component
class ContactChangeListener implements TaskListener {

    private final AskOldChannel asking;

    ContactChangeListener(AskOldChannel asking) {
        this.asking = asking;
    }

    @Override
    public void notify(DelegateTask task) {
        String decision = text(task, ContactChangeVariables.CONTACT_DECISION);
        if (decision.equals("BY_HAND")) {
            return;
        }
        try {
            ask(task, decision.equals("LETTER"));
        } catch (ContactChangeRefused refused) {
            throw new Refusal(refused.getMessage(), refused);
        }
    }

    private void ask(DelegateTask task, boolean byLetter) {
        AskOldChannel.Question question = asking.of(
                new AskOldChannel.Entered(
                        text(task, ContactChangeVariables.CONTACT_NAME),
                        text(task, RequestVariables.CONTACT_FIELD),
                        text(task, RequestVariables.NEW_CONTACT_VALUE),
                        text(task, ContactChangeVariables.CHANGE_REQUESTED_BY),
                        text(task, ContactChangeVariables.IDENTITY_PROOF)),
                ContactsOnFile.parse(text(task, ContactChangeVariables.CONTACTS_ON_FILE)),
                byLetter);
        ContactChangeVariables.CONTACT_NAME.set(task, question.contactName());
        ContactChangeVariables.OLD_CONTACT_VALUE.set(task, question.oldValue());
        ContactChangeVariables.OLD_ADDRESS.set(task, question.address());
        ContactChangeVariables.CONFIRMATION_QUESTION.set(task, question.text());
    }

    private static String text(DelegateTask task, ProcessVariable<String> variable) {
        return variable.find(task).orElse("");
    }
}
