package org.throughline.servicing.contact.usecase;

/** A change of a contact lacks something that a person has to say; the message tells them what. */
public class ContactChangeRefused extends RuntimeException {

    public ContactChangeRefused(String message) {
        super(message);
    }
}
