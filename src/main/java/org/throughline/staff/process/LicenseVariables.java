package org.throughline.staff.process;

import org.throughline.platform.engine.ProcessVariable;

/** Process variables that say which license the current step needs, and which one it was done with. */
final class LicenseVariables {

    static final ProcessVariable<Boolean> LICENSE_REQUIRED = ProcessVariable.flag("licenseRequired");
    static final ProcessVariable<String> LICENSE_STATE = ProcessVariable.text("licenseState");
    static final ProcessVariable<String> LICENSE_LINES = ProcessVariable.text("licenseLines");

    /** On the task: what was needed when it came up, so that nobody talks the need away while completing it. */
    static final String LICENSE_NEEDED = "licenseNeeded";

    /** On the task: person, license, state, lines and time, such as {@code maria TX-3300137 TX CASUALTY 2026-…}. */
    static final String LICENSE_EVIDENCE = "licenseEvidence";

    private LicenseVariables() {}
}
