package org.throughline.servicing.submission;

import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.download.WaitingSubmissions;

/** Lets a carrier's download be its answer to a submission that waits for one. */
@Component
class DownloadAnswers implements WaitingSubmissions {

    private final CarrierSubmissions submissions;
    private final CarrierMessages messages;

    DownloadAnswers(CarrierSubmissions submissions, CarrierMessages messages) {
        this.submissions = submissions;
        this.messages = messages;
    }

    @Override
    public List<Waiting> on(String policyKey) {
        return submissions.waitingOn(policyKey).stream()
                .map(waiting -> new Waiting(
                        waiting.id(),
                        waiting.requestNumber(),
                        waiting.submission().operation(),
                        waiting.submission().effective(),
                        waiting.submission().changes()))
                .toList();
    }

    @Override
    @Transactional
    public void answered(String submissionId, SubmissionAnswer answer) {
        boolean waits = submissions
                .find(submissionId)
                .filter(one -> one.state() == SubmissionState.WAITING)
                .isPresent();
        if (waits) {
            submissions.answered(submissionId, answer, null);
            submissions.find(submissionId).ifPresent(messages::answered);
        }
    }
}
