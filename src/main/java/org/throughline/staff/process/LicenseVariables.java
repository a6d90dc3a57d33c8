package org.throughline.staff.process;

import org.throughline.platform.engine.ProcessVariable;

/** Process variables that the gate reads and writes beside those of every request. */
final class LicenseVariables {

    /** The policy is with a non-admitted carrier. */
    static final ProcessVariable<Boolean> SURPLUS_LINES = ProcessVariable.flag("surplusLines");

    /** The client is a business. */
    static final ProcessVariable<Boolean> COMMERCIAL = ProcessVariable.flag("commercial");

    /** Code of the carrier that the act commits. */
    static final ProcessVariable<String> CARRIER = ProcessVariable.text("carrier");

    /** On the task: person, license, state, lines and time, such as {@code maria TX-3300137 TX CASUALTY 2026-…}. */
    static final String LICENSE_EVIDENCE = "licenseEvidence";

    private LicenseVariables() {}
}
