package org.throughline.staff;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An external firm that does some of the agency's work with people of its own.
 *
 * @param acceptByMinutes working minutes in which it has to accept what is handed to it
 * @param capacityPerDay units of work that it takes a day
 * @param workerAccount user id with which the partner's own system fetches work; null if its people log in instead
 * @param work what it takes, at most one entry a work type
 */
public record Partner(
        String id,
        String name,
        ZoneId timeZone,
        WorkingHours workingHours,
        int acceptByMinutes,
        int capacityPerDay,
        @Nullable String workerAccount,
        boolean active,
        List<PartnerWork> work) {}
