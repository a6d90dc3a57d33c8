package org.throughline.automation;

/** What a kill switch stops. */
public enum SwitchScope {
    /** The automation of one work type. */
    WORK_TYPE,
    /** Automation that touches one carrier's policies. */
    CARRIER,
    /** All automation of the agency. */
    AGENCY
}
