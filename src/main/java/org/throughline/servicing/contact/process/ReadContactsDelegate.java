package org.throughline.servicing.contact.process;

import java.util.Date;
import org.operaton.bpm.engine.delegate.DelegateExecution;
import org.operaton.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;
import org.throughline.platform.engine.RequestVariables;
import org.throughline.servicing.contact.usecase.ReadContacts;

/** Read contacts: the client's contacts as they are now, and which of them most likely wrote. */
@Component
class ReadContactsDelegate implements JavaDelegate {

    private final ReadContacts reading;

    ReadContactsDelegate(ReadContacts reading) {
        this.reading = reading;
    }

    @Override
    public void execute(DelegateExecution execution) {
        String senderName = RequestVariables.SENDER_NAME.find(execution).orElse("");
        ReadContacts.Facts facts = reading.read(
                RequestVariables.CLIENT_ID.get(execution),
                RequestVariables.SENDER_ADDRESS.find(execution).orElse(""),
                senderName);
        ContactChangeVariables.CONTACTS_ON_FILE.set(execution, facts.contacts().text());
        ContactChangeVariables.CONTACTS_READ_AT.set(execution, Date.from(facts.readAt()));
        ContactChangeVariables.CONTACT_NAME.set(execution, facts.likelyName());
        ContactChangeVariables.CHANGE_REQUESTED_BY.set(execution, senderName);
    }
}
