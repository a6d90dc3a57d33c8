package org.throughline.staff.process;

import org.throughline.platform.engine.Refusal;
import org.throughline.staff.LicenseCheck;

/** Somebody may not do this step; the message says to that person which license is missing and what to do. */
class LicenseRefused extends Refusal {

    private static final long serialVersionUID = 1L;

    private final transient LicenseCheck attempt;

    LicenseRefused(LicenseCheck attempt) {
        super(attempt.reason());
        this.attempt = attempt;
    }

    LicenseCheck attempt() {
        return attempt;
    }
}
