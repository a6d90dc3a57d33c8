package org.throughline.servicing.contact.process;

import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.ams.AmsContactPayload.Field;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.contact.usecase.ContactChange;
import org.throughline.servicing.contact.usecase.PlanContactChange;

/** Plan contact change: plans the confirmed change and says what proves it. */
@Component
class PlanContactChangeDelegate implements JavaDelegate {

    private final PlanContactChange planning;

    PlanContactChangeDelegate(PlanContactChange planning) {
        this.planning = planning;
    }

    @Override
    public void execute(DelegateExecution execution) {
        ContactChange change = new ContactChange(
                ContactChangeVariables.CONTACT_NAME.get(execution),
                Field.valueOf(RequestVariables.CONTACT_FIELD.get(execution)),
                ContactChangeVariables.OLD_CONTACT_VALUE.get(execution),
                RequestVariables.NEW_CONTACT_VALUE.get(execution).strip(),
                ContactChangeVariables.CHANGE_REQUESTED_BY.get(execution),
                ContactChangeVariables.IDENTITY_PROOF.get(execution),
                ContactChangeVariables.CONTACTS_READ_AT.get(execution).toInstant());
        RequestVariables.COMPLETION_EVIDENCE.set(
                execution,
                planning.plan(
                        RequestVariables.REQUEST_NUMBER.get(execution),
                        RequestVariables.CLIENT_ID.get(execution),
                        change,
                        ContactChangeVariables.CONFIRMATION_NOTE.get(execution).strip()));
    }
}
