package org.throughline.automation;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Whether an automation was right about one request.
 *
 * @param carrier names of the carriers it touched, comma separated; empty where none
 * @param level level at that time
 * @param severity how bad an error is; null for what was right, and where nobody said
 * @param detail what differed or was wrong, as a sentence; empty for what was right
 * @param by the person who found out; null where none did
 */
public record AutomationOutcome(
        String requestNumber,
        String workType,
        String carrier,
        AutomationLevel level,
        OutcomeKind kind,
        boolean correct,
        @Nullable Severity severity,
        String detail,
        @Nullable String by,
        Instant at) {

    /** How bad a defect is. */
    public enum Severity {
        /** Nobody is hurt by it, such as a typing error. */
        MINOR,
        /** It had to be put right. */
        MAJOR,
        /** Somebody relied on something untrue, or saw what was not theirs. */
        SEVERE
    }
}
