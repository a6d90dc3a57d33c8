package org.throughline.triage;

/** Who wrote an item, as far as the client index and the agency's own lists can tell. */
public enum SenderRole {
    /** A contact on the client's record who may ask in its name. */
    AUTHORIZED_CONTACT,
    /** A contact on the client's record without that authority. */
    CONTACT,
    /** An insurance company of the agency, by its mail domain. */
    CARRIER,
    /** One of our own people. */
    STAFF,
    /** Somebody else who writes about a client: lender, certificate tracker, contractor, claimant. */
    THIRD_PARTY,
    /** Nobody we can place. */
    UNKNOWN
}
