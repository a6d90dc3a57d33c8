package org.throughline.carrier.policychange;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Change;
import org.throughline.carrier.Submission;
import org.throughline.carrier.SubmissionAnswer;
import org.throughline.carrier.SubmissionAnswer.Status;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.vendor.VendorRejected;

/**
 * Changes, cancellations and reinstatements, each a job: started, edited, quoted, bound. An attempt begins with the job
 * that an earlier one left and does what is missing.
 */
class PolicyChangeTransactions {

    private static final Set<String> OPEN = Set.of("Draft", "Quoted");
    private static final Set<String> NEVER_BOUND = Set.of("Declined", "Withdrawn", "NotTaken", "Rescinded");

    private final PolicyChangeJobs jobs;
    private final PolicyChangeEdits edits;
    private final String carrier;

    PolicyChangeTransactions(PolicyChangeJobs jobs, PolicyChangeEdits edits, String carrier) {
        this.jobs = jobs;
        this.edits = edits;
        this.carrier = carrier;
    }

    /**
     * The carrier's answer to an earlier attempt. A job that nobody has been asked to decide is none: it is to be gone on
     * with. So is one that an underwriter has approved and nobody has bound.
     */
    Optional<SubmissionAnswer> find(Submission submission, String reference) {
        return job(submission, reference).flatMap(found -> decided(found, submission));
    }

    private static @Nullable String quote(Submission submission) {
        return submission.operation() == CarrierOperation.POLICY_CHANGE ? submission.quoteReference() : null;
    }

    private Optional<SubmissionAnswer> decided(Resource job, Submission submission) {
        return switch (status(job)) {
            case "Draft" -> Optional.empty();
            case "Quoted" -> {
                if (submission.operation() == CarrierOperation.POLICY_CHANGE_QUOTE) {
                    yield Optional.of(answer(job, submission));
                }
                yield jobs.blocked(job) && jobs.asked(job)
                        ? Optional.of(said(Status.REFERRED, job, "An underwriter reviews it."))
                        : Optional.empty();
            }
            default -> Optional.of(answer(job, submission));
        };
    }

    private static String status(Resource job) {
        return job.text("jobStatus.code");
    }

    SubmissionAnswer submit(Submission submission, String reference) {
        String quote = quote(submission);
        if (quote != null) {
            return bind(open(jobs.get(quote)), submission, reference);
        }
        boolean change = submission.operation() != CarrierOperation.CANCELLATION
                && submission.operation() != CarrierOperation.REINSTATEMENT;
        if (change) {
            edits.check(submission);
        }
        Resource job = jobs.started(submission, reference);
        if (status(job).equals("Draft") || status(job).equals("Quoted")) {
            if (change) {
                edits.apply(job.id(), submission, reference);
                job = jobs.get(job.id());
            }
            if (status(job).equals("Draft")) {
                job = jobs.quoted(job, reference);
            }
        }
        return submission.operation() == CarrierOperation.POLICY_CHANGE_QUOTE
                        || !status(job).equals("Quoted")
                ? answer(job, submission)
                : bind(job, submission, reference);
    }

    /** Whether the job is closed without having been bound. */
    boolean isTakenBack(Submission submission, String reference) {
        return job(submission, reference)
                .map(job -> NEVER_BOUND.contains(status(job)))
                .orElse(false);
    }

    /** Withdraws the job, unless it is closed or there is none. */
    void takeBack(Submission submission, String reference) {
        Optional<Resource> job = job(submission, reference).filter(found -> !NEVER_BOUND.contains(status(found)));
        if (job.isEmpty()) {
            return;
        }
        if (!OPEN.contains(status(job.get()))) {
            throw new VendorRejected("The job " + job.get().text("jobNumber") + " of carrier " + carrier + " is "
                    + status(job.get()) + " and cannot be withdrawn any more. Have the carrier undo it.");
        }
        jobs.withdrawn(job.get(), reference);
    }

    private Optional<Resource> job(Submission submission, String reference) {
        String quote = quote(submission);
        return quote == null ? jobs.find(submission, reference) : Optional.of(jobs.get(quote));
    }

    /** What was quoted is bound as it was quoted, or not at all. */
    private Resource open(Resource quote) {
        String status = status(quote);
        if (status.equals("Draft") || status.equals("Withdrawn") || status.equals("NotTaken")) {
            throw new VendorRejected("The quote " + quote.text("jobNumber") + " of carrier " + carrier
                    + " is not open any more (" + status + "); ask for a new quote");
        }
        return quote;
    }

    private SubmissionAnswer bind(Resource job, Submission submission, String reference) {
        if (!status(job).equals("Quoted")) {
            return answer(job, submission);
        }
        try {
            return answer(jobs.bound(job, reference), submission);
        } catch (VendorRejected refused) {
            Resource now = jobs.get(job.id());
            if (!status(now).equals("Quoted") || !jobs.blocked(now)) {
                throw refused;
            }
            if (!jobs.asked(now)) {
                jobs.approvalRequested(now, reference);
            }
            return said(Status.REFERRED, now, "An underwriter reviews it.");
        }
    }

    private SubmissionAnswer answer(Resource job, Submission submission) {
        boolean quote = submission.operation() == CarrierOperation.POLICY_CHANGE_QUOTE;
        return switch (status(job)) {
            case "Quoted" ->
                new SubmissionAnswer(
                        Status.QUOTED, job.id(), "", null, job.money("changeInCost"), job.day("jobEffectiveDate"));
            case "Bound" -> quote ? said(Status.QUOTED, job, "") : confirmed(job, submission);
            case "Declined", "Withdrawn", "NotTaken", "Rescinded" -> said(Status.DECLINED, job, reason(job));
            default -> said(Status.PENDING, job, "The job is " + status(job) + ".");
        };
    }

    /** Read back from the policy, as of the day from which it holds. */
    private SubmissionAnswer confirmed(Resource job, Submission submission) {
        LocalDate effective = job.day("jobEffectiveDate");
        List<Change> issued = submission.operation() == CarrierOperation.POLICY_CHANGE
                ? edits.issued(submission, effective == null ? null : effective.toString())
                : List.of();
        return new SubmissionAnswer(
                Status.CONFIRMED, job.text("jobNumber"), "", issued, job.money("changeInCost"), effective);
    }

    private static String reason(Resource job) {
        String reason = job.text("rejectReasonText");
        return reason.isEmpty() ? "The job is " + status(job) + " at the carrier." : reason;
    }

    private static SubmissionAnswer said(Status status, Resource job, String message) {
        return new SubmissionAnswer(
                status, job.text("jobNumber"), message, null, job.money("changeInCost"), job.day("jobEffectiveDate"));
    }
}
