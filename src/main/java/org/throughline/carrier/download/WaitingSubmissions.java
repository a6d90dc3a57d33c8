package org.throughline.carrier.download;

import java.time.LocalDate;
import java.util.List;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.SubmissionAnswer;

/** What has been submitted to carriers and waits for their word, so that a download can be that word. */
public interface WaitingSubmissions {

    /** Those on a policy, oldest first; the number is compared as {@link PolicyNumbers#key} makes it. */
    List<Waiting> on(String policyKey);

    /**
     * The carrier's word on a submission, in the current transaction; what was issued is compared with what was asked
     * by whoever waits. Saying it again, or for a submission that waits no more, changes nothing.
     */
    void answered(String submissionId, SubmissionAnswer answer);

    /**
     * A submission that waits.
     *
     * @param requestNumber of the request that it belongs to
     * @param effective from which day the change was asked for
     * @param changes what was asked for; empty for operations without changes
     */
    record Waiting(
            String submissionId,
            String requestNumber,
            CarrierOperation operation,
            LocalDate effective,
            List<Change> changes) {

        public Waiting {
            changes = List.copyOf(changes);
        }
    }
}
