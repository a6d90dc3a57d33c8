package org.throughline.worklist;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.throughline.staff.LicenseNeed;
import org.throughline.worklist.AssignmentRules.Plan;

/**
 * A task that looks for its person.
 *
 * @param need license that its acts need; null where anybody of the queue may do it
 * @param language of the client, such as {@code es}
 * @param owners the client's account manager and producer, as names or user ids, the first to be asked first
 * @param hardDate outside deadline of the request; null where there is none
 */
public record Work(
        String taskId,
        String taskName,
        String requestNumber,
        String queue,
        Plan plan,
        @Nullable LicenseNeed need,
        String language,
        List<String> owners,
        @Nullable LocalDate hardDate) {}
