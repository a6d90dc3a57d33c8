package org.throughline.ams;

/** What some agency management systems can do and others cannot; each that is missing has a documented fallback. */
public enum AmsCapability {
    /** Limits and forms of a policy can be read. Without it a person confirms the limits from the policy itself. */
    READ_COVERAGES,
    /** Mortgagees, lienholders and additional insureds of a policy can be read. */
    READ_ADDITIONAL_INTERESTS,
    /** A certificate with its holder can be recorded. Without it a task asks staff to record it. */
    CERTIFICATE_RECORD,
    /** A contact's e-mail address or telephone number can be changed. Without it a task asks staff to change it. */
    UPDATE_CONTACT
}
