package org.throughline.staff;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What the license gate knows of waiting tasks, and everything that it ever answered. */
public interface LicenseChecks {

    /** Keeps what a new task needs until the task ends. */
    void need(String taskId, String acts, LicenseNeed need);

    /** What a task needed when it came up; empty where no license was needed. */
    Optional<LicenseNeed> needOf(String taskId);

    /** Forgets the need of a task that has ended. */
    void forgetNeed(String taskId);

    /** Keeps an answer in the caller's transaction. */
    void record(LicenseCheck check);

    /** The answers about a request, oldest first. */
    List<LicenseCheck> ofRequest(String requestNumber);

    /** A page of answers, newest first. */
    List<LicenseCheck> find(Query query, int page, int size);

    long count(Query query);

    /**
     * Which answers are asked for; null means any.
     *
     * @param from first moment
     * @param to first moment that is not meant any more
     */
    record Query(
            @Nullable String person,
            @Nullable String request,
            LicenseCheck.@Nullable Outcome outcome,
            @Nullable Instant from,
            @Nullable Instant to) {}
}
