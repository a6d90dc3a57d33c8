package org.throughline.carrier.policychange;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.throughline.carrier.CarrierOperation;
import org.throughline.carrier.Submission;
import org.throughline.carrier.policychange.PolicyChangeProperties.Connection;
import org.throughline.carrier.policychange.PolicyChangeWire.Request;
import org.throughline.carrier.policychange.PolicyChangeWire.Resource;
import org.throughline.platform.vendor.VendorUnavailable;

/** Jobs: started once, found again by the reference that they carry, moved on a step at a time. */
class PolicyChangeJobs {

    private static final int LONGEST_TEXT = 240;

    private final PolicyChangeApi api;
    private final PolicyChangeReader reader;
    private final String carrier;
    private final Connection connection;

    PolicyChangeJobs(PolicyChangeApi api, PolicyChangeReader reader, String carrier, Connection connection) {
        this.api = api;
        this.reader = reader;
        this.carrier = carrier;
        this.connection = connection;
    }

    Resource get(String job) {
        return api.job(job).resource();
    }

    /**
     * The job that bears our reference. The vendor's search knows policy number and type of job (C), so each job of the
     * policy is read for the reference; that jobs take a text of ours and give it back is assumed (A).
     */
    Optional<Resource> find(Submission submission, String reference) {
        return reader.policy(submission.policyNumber()).flatMap(policy -> find(policy, submission, reference));
    }

    private Optional<Resource> find(Resource policy, Submission submission, String reference) {
        Map<String, Object> search = Map.of(
                "policyNumber", policy.text("policyNumber"), "jobType", Map.of("code", type(submission.operation())));
        return PolicyChangeReader.all(offset -> api.searchJobs(Request.of(search), offset)).stream()
                .map(row -> get(row.id()))
                .filter(job -> bears(job.text(connection.referenceAttribute()), reference))
                .findFirst();
    }

    private static boolean bears(String text, String reference) {
        return text.contains("[" + reference + "]");
    }

    private static String type(CarrierOperation operation) {
        return switch (operation) {
            case CANCELLATION -> "Cancellation";
            case REINSTATEMENT -> "Reinstatement";
            default -> "PolicyChange";
        };
    }

    /** Starts the job, or takes the one that an earlier attempt has started. */
    Resource started(Submission submission, String reference) {
        Resource policy = reader.needed(submission.policyNumber());
        Optional<Resource> known = find(policy, submission, reference);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            return api.start(
                            policy.id(),
                            action(submission.operation()),
                            PolicyChangeCalls.headers(connection, reference, "start"),
                            Request.of(attributes(submission, reference)))
                    .resource();
        } catch (AlreadyExecuted done) {
            return find(policy, submission, reference)
                    .orElseThrow(() -> new VendorUnavailable(
                            "Carrier " + carrier + " has started " + reference + " but does not show it yet", done));
        }
    }

    private static String action(CarrierOperation operation) {
        return switch (operation) {
            case CANCELLATION -> "cancel";
            case REINSTATEMENT -> "reinstate";
            default -> "change";
        };
    }

    private Map<String, Object> attributes(Submission submission, String reference) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        switch (submission.operation()) {
            case CANCELLATION -> {
                String reason = submission.details().getOrDefault("reason", "");
                attributes.put(
                        "cancellationReasonCode",
                        Map.of("code", connection.reasons().getOrDefault(reason, "cancel")));
                attributes.put("cancellationSource", Map.of("code", source(submission)));
                attributes.put("jobEffectiveDate", submission.effective().toString());
            }
            case REINSTATEMENT -> attributes.put("reinstateCode", Map.of("code", connection.reinstateCode()));
            default -> attributes.put("jobEffectiveDate", submission.effective().toString());
        }
        attributes.put(connection.referenceAttribute(), tagged(submission.description(), reference));
        return attributes;
    }

    private static String source(Submission submission) {
        String requestor = submission.details().getOrDefault("requestor", "").toLowerCase(Locale.ROOT);
        return requestor.contains("carrier") ? "carrier" : "insured";
    }

    /** A text that ends in our reference, and is not longer than a line. */
    static String tagged(String text, String reference) {
        String tag = "[" + reference + "]";
        String line = text.strip().replaceAll("\\s+", " ");
        int room = LONGEST_TEXT - tag.length() - 1;
        return (line.length() > room ? line.substring(0, room) : line) + " " + tag;
    }

    /** Has the job quoted; a state that was quoted before is another than this one. */
    Resource quoted(Resource job, String reference) {
        return acted(job, "quote", reference, "quote-" + job.checksum());
    }

    Resource bound(Resource job, String reference) {
        return acted(job, "bind-and-issue", reference, "bind");
    }

    Resource approvalRequested(Resource job, String reference) {
        return acted(job, "request-approval", reference, "approval");
    }

    Resource withdrawn(Resource job, String reference) {
        return acted(job, "withdraw", reference, "withdraw");
    }

    private Resource acted(Resource job, String action, String reference, String step) {
        try {
            return api.act(job.id(), action, PolicyChangeCalls.headers(connection, reference, step))
                    .resource();
        } catch (AlreadyExecuted done) {
            return get(job.id());
        }
    }

    /** Whether an underwriter's answer is needed that is not there: the job has an open underwriting issue (C). */
    boolean blocked(Resource job) {
        return all(job, "uw-issues").stream()
                .anyMatch(issue -> issue.at("active").asBoolean(true)
                        && !issue.at("hasApprovalOrRejection").asBoolean());
    }

    /** Whether an underwriter has been asked: that makes an activity of a pattern that the vendor names (C). */
    boolean asked(Resource job) {
        return all(job, "activities").stream()
                .anyMatch(activity -> activity.text("activityPattern").equals("approve_general"));
    }

    private List<Resource> all(Resource job, String collection) {
        return PolicyChangeReader.all(offset -> api.ofJob(job.id(), collection, offset));
    }
}
