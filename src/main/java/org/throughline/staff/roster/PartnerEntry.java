package org.throughline.staff.roster;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A partner as somebody writes one down, with everything as text that may be missing or wrong.
 *
 * @param acceptByMinutes working minutes in which it has to accept what is handed to it
 * @param capacityPerDay units of work that it takes a day
 * @param workerAccount user id of the partner's own system, if it has one
 * @param active {@code false} for one that gets nothing now; without it {@code true}
 */
public record PartnerEntry(
        @Nullable String id,
        @Nullable String name,
        @Nullable String timeZone,
        @Nullable String workingHours,
        @Nullable String acceptByMinutes,
        @Nullable String capacityPerDay,
        @Nullable String workerAccount,
        @Nullable String active,
        @Nullable List<WorkEntry> work) {

    /** Work of a type; {@code ALL} among states or lines is any. */
    public record WorkEntry(
            @Nullable String workType,
            @Nullable String queue,
            @Nullable List<String> states,
            @Nullable List<String> lines,
            @Nullable String price,
            @Nullable String currency,
            @Nullable String unit) {}

    /** The same entry under another id. */
    public PartnerEntry of(String other) {
        return new PartnerEntry(
                other, name, timeZone, workingHours, acceptByMinutes, capacityPerDay, workerAccount, active, work);
    }
}
