package org.throughline.servicing.submission;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Service;
import org.throughline.carrier.Carrier;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Carriers;
import org.throughline.carrier.Change;
import org.throughline.carrier.IssuedComparison;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;

/** Compares what a carrier says that it has issued with what it was asked for. */
@Service
public class CompareIssued {

    private final CarrierSubmissions submissions;
    private final Carriers carriers;

    CompareIssued(CarrierSubmissions submissions, Carriers carriers) {
        this.submissions = submissions;
        this.carriers = carriers;
    }

    /**
     * What the comparison found.
     *
     * @param asAsked false also where the carrier does not say what it issued
     * @param differences one a line, empty where there are none
     * @param evidence what proves that the carrier has done it, as a sentence
     */
    public record Result(boolean asAsked, String differences, String evidence) {}

    /** Compares the latest answer; only a policy change has something to compare. */
    public Result compare(String id) {
        CarrierSubmission submission = submissions.get(id);
        SubmissionAnswer answer = submission.answer();
        if (answer == null) {
            throw new IllegalStateException("The carrier has not answered submission " + id);
        }
        List<String> differences = differences(submission.submission(), answer);
        return new Result(differences.isEmpty(), String.join("\n", differences), evidence(submission, answer));
    }

    private static List<String> differences(Submission asked, SubmissionAnswer answer) {
        List<String> differences = new ArrayList<>();
        LocalDate effective = answer.effective();
        if (effective != null && !effective.equals(asked.effective())) {
            differences.add("Effective: asked " + asked.effective() + ", issued " + effective);
        }
        if (asked.operation() != CarrierOperation.POLICY_CHANGE) {
            return differences;
        }
        List<Change> issued = answer.issued();
        if (issued == null) {
            differences.add("The carrier does not say what it issued. Compare its document with the request.");
        } else {
            IssuedComparison.differences(asked.changes(), issued)
                    .forEach(difference -> differences.add(difference.sentence()));
        }
        return differences;
    }

    private String evidence(CarrierSubmission submission, SubmissionAnswer answer) {
        String carrier = carriers.byCode(submission.submission().carrier())
                .map(Carrier::name)
                .orElse(submission.submission().carrier());
        String what = SubmissionWords.operation(submission.submission().operation());
        return carrier + " confirmed under " + answer.carrierReference() + ": " + what + ", policy "
                + submission.submission().policyNumber() + ", effective "
                + (answer.effective() == null ? submission.submission().effective() : answer.effective()) + ".";
    }
}
