package org.throughline.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One change in the history of automation.
 *
 * @param subject LEVEL, or the scope of a switch
 * @param key the work type, carrier or agency that it is about
 * @param from level before, or ON or OFF of a switch
 * @param automatic true where errors made it, false where a person did
 * @param overridden true where a person went beyond the evidence
 * @param evidence the evidence at that moment; null for a switch
 */
public record AutomationChange(
        String subject,
        String key,
        String from,
        String to,
        String reason,
        String by,
        Instant at,
        boolean automatic,
        boolean overridden,
        @Nullable Evidence evidence) {

    /** Subject of a change of level. */
    public static final String LEVEL = "LEVEL";
}
