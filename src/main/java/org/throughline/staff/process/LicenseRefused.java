package org.throughline.staff.process;

import org.operaton.bpm.engine.BadUserRequestException;

/** Somebody may not do this step; the message says to that person which license is missing and what to do. */
class LicenseRefused extends BadUserRequestException {

    private static final long serialVersionUID = 1L;

    LicenseRefused(String reason) {
        super(reason);
    }
}
