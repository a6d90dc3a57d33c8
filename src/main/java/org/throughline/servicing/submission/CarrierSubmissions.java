package org.throughline.servicing.submission;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.SubmissionAnswer;

/** Keeps carrier submissions; every method works in the current transaction. */
public interface CarrierSubmissions {

    void add(CarrierSubmission submission);

    Optional<CarrierSubmission> find(String id);

    /** The submission, which must exist. */
    default CarrierSubmission get(String id) {
        return find(id).orElseThrow(() -> new IllegalStateException("There is no carrier submission " + id));
    }

    Optional<CarrierSubmission> byReference(String reference);

    /** Of a request, oldest first. */
    List<CarrierSubmission> ofRequest(String requestNumber);

    /** Submissions about a policy that wait for their carrier, oldest first; hyphens, spaces and case do not count. */
    List<CarrierSubmission> waitingOn(String policyNumber);

    /**
     * Keeps what the carrier said.
     *
     * @param person who wrote it down; null where a machine read it
     */
    void answered(String id, SubmissionAnswer answer, @Nullable String person);

    /** The submission ended without an answer of the carrier. */
    void ended(String id, SubmissionState state, String why);
}
