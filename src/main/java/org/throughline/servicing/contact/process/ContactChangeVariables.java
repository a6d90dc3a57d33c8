package org.throughline.servicing.contact.process;

import java.util.Date;
import org.throughline.platform.engine.ProcessVariable;

/** Variables of the process {@code contact-update}. */
final class ContactChangeVariables {

    /** The client's contacts as they were read, a line each. */
    static final ProcessVariable<String> CONTACTS_ON_FILE = ProcessVariable.text("contactsOnFile");

    static final ProcessVariable<Date> CONTACTS_READ_AT = ProcessVariable.date("contactsReadAt");

    /** Whose address or number changes. */
    static final ProcessVariable<String> CONTACT_NAME = ProcessVariable.text("contactName");

    /** What stands on file for the contact and field; empty where nothing does. */
    static final ProcessVariable<String> OLD_CONTACT_VALUE = ProcessVariable.text("oldContactValue");

    static final ProcessVariable<String> CHANGE_REQUESTED_BY = ProcessVariable.text("changeRequestedBy");

    static final ProcessVariable<String> IDENTITY_PROOF = ProcessVariable.text("identityProof");

    /** LETTER, CALL or BY_HAND. */
    static final ProcessVariable<String> CONTACT_DECISION = ProcessVariable.text("contactDecision");

    /** Address on file that the letter goes to; empty where a person calls. */
    static final ProcessVariable<String> OLD_ADDRESS = ProcessVariable.text("oldAddress");

    static final ProcessVariable<String> CONFIRMATION_QUESTION = ProcessVariable.text("confirmationQuestion");

    /** CONFIRMED or NOT_CONFIRMED. */
    static final ProcessVariable<String> CONFIRMATION_DECISION = ProcessVariable.text("confirmationDecision");

    /** Who confirmed it and where, or why it is not confirmed. */
    static final ProcessVariable<String> CONFIRMATION_NOTE = ProcessVariable.text("confirmationNote");

    private ContactChangeVariables() {}
}
