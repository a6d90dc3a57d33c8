package org.throughline.platform.ledger;

/** What a ledger row writes, and thereby which channel carries it out. */
public enum WriteKind {
    /** An e-mail from the agency's mailbox. */
    EMAIL,
    /** A document attached to the client (and policy) in the agency management system. */
    AMS_DOCUMENT,
    /** A certificate record with its holder in the agency management system. */
    AMS_CERTIFICATE,
    /** A note on the client's account in the agency management system. */
    AMS_NOTE,
    /** A task or suspense in the agency management system. */
    AMS_TASK,
    /** One field of a contact in the agency management system, changed where it still holds what a person saw. */
    AMS_CONTACT,
    /** Something asked of a carrier over a connection that a machine can use. */
    CARRIER_SUBMISSION,
    /** Something that was asked of a carrier over such a connection, taken back. */
    CARRIER_WITHDRAWAL
}
