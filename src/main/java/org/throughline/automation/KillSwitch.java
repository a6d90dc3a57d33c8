package org.throughline.automation;

import java.time.Instant;

/**
 * A switch that stops automation.
 *
 * @param key work type, name of the carrier, or the agency's tenant
 * @param on true while it stops automation
 */
public record KillSwitch(SwitchScope scope, String key, boolean on, String reason, String by, Instant at) {

    /** Why work stops, for the person who takes it over. */
    public String sentence() {
        String what = switch (scope) {
            case WORK_TYPE -> "Automation of " + key;
            case CARRIER -> "Automation for carrier " + key;
            case AGENCY -> "All automation of the agency";
        };
        return what + " was switched off by " + by + ": " + reason;
    }
}
