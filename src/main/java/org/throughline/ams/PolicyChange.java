package org.throughline.ams;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.Policy.PolicyStatus;

/**
 * A policy that is not what it was when the agency management system was last looked at.
 *
 * @param after null where the system has it no more
 */
public record PolicyChange(
        String clientId,
        String number,
        Seen before,
        @Nullable Seen after) {

    /** What is watched of a policy. */
    public record Seen(
            PolicyStatus status,
            LocalDate effective,
            LocalDate expiration,
            @Nullable LocalDate cancellation) {}
}
