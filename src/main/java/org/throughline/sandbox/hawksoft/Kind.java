package org.throughline.sandbox.hawksoft;

/** What the simulated system keeps; a client's people, contacts, policies, claims and invoices are in its record. */
enum Kind {
    CLIENT,
    LOG,
    ATTACHMENT,
    RECEIPT
}
