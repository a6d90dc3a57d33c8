package org.throughline.sandbox.nowcerts;

/** What the simulated system keeps. */
enum Kind {
    INSURED,
    CONTACT,
    POLICY,
    COVERAGE,
    INTEREST,
    HOLDER,
    NOTE,
    TASK,
    CERTIFICATE_REQUEST,
    FILE,
    CLAIM,
    SERVICE_REQUEST,
    PENDING_CANCELLATION,
    ENDORSEMENT,
    DRIVER,
    VEHICLE,
    TAG,
    OPPORTUNITY
}
