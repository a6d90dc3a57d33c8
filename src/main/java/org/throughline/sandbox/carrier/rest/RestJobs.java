package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Underwriting;

/** Jobs and policies as the REST interfaces show them. */
@Component
@Profile("sandbox")
class RestJobs {

    /** The policy's items as the job has them while it is being put together. */
    static final String ITEMS = "_items";

    /** True once binding was refused because an underwriter wants to see the job. */
    static final String ISSUE = "_underwritingIssue";

    private static final Pattern REFERENCE = Pattern.compile("\\b[A-Z]{2}-\\d{4}-\\d+-\\d+\\b");

    private final CarrierStore store;
    private final Underwriting underwriting;

    RestJobs(CarrierStore store, Underwriting underwriting) {
        this.store = store;
        this.underwriting = underwriting;
    }

    ObjectNode job(String carrier, String id) {
        underwriting.settle();
        return store.find(Kind.JOB, id)
                .filter(job -> job.path("carrier").asText().equals(carrier))
                .orElseThrow(() -> RestProblem.missing("/job/v1/jobs/" + id));
    }

    ObjectNode policy(String carrier, String id) {
        underwriting.settle();
        return store.find(Kind.POLICY, id)
                .filter(policy -> policy.path("carrier").asText().equals(carrier))
                .orElseThrow(() -> RestProblem.missing("/policy/v1/policies/" + id));
    }

    /** What the job's policy is made of: while it is open its own, after that the policy's. */
    ArrayNode items(ObjectNode job) {
        boolean open = JobStatus.of(job) != JobStatus.ISSUED && job.has(ITEMS);
        return open
                ? (ArrayNode) job.path(ITEMS)
                : (ArrayNode) policy(
                                job.path("carrier").asText(),
                                job.path("policyId").asText())
                        .path("items");
    }

    ObjectNode attributes(JsonNode job) {
        ObjectNode attributes = RestAnswers.JSON.createObjectNode();
        attributes.put("id", job.path("id").asText());
        attributes.put("jobNumber", job.path("number").asText());
        attributes.set("jobStatus", RestAnswers.coded(status(JobStatus.of(job))));
        attributes.set("jobType", RestAnswers.coded(type(job)));
        attributes.put("jobEffectiveDate", job.path("effective").asText() + "T00:01:00.000Z");
        attributes.put("description", job.path("description").asText());
        attributes.set(
                "account",
                RestAnswers.reference(
                        job.path("account").asText(), job.path("account").asText()));
        attributes.set(
                "policy",
                RestAnswers.reference(
                        job.path("policyId").asText(), job.path("policyNumber").asText()));
        attributes.put("policyNumber", job.path("policyNumber").asText());
        if (job.hasNonNull("premiumChange") && JobStatus.of(job) != JobStatus.DRAFT) {
            attributes.set(
                    "changeInCost", RestAnswers.money(job.path("premiumChange").asText()));
        }
        if (JobStatus.of(job) == JobStatus.DECLINED) {
            attributes.set("rejectReason", RestAnswers.coded("underwriting"));
            attributes.put("rejectReasonText", job.path("message").asText());
        }
        return attributes;
    }

    /** Without a job's text, as searches give it. */
    ObjectNode summary(JsonNode job) {
        return attributes(job).retain("id", "jobNumber", "jobStatus", "jobType", "policyNumber", "jobEffectiveDate");
    }

    private static String status(JobStatus status) {
        return switch (status) {
            case DRAFT -> "Draft";
            case QUOTED, REFERRED -> "Quoted";
            case PENDING -> "Binding";
            case ISSUED -> "Bound";
            case DECLINED -> "Declined";
            case WITHDRAWN -> "Withdrawn";
        };
    }

    static String type(JsonNode job) {
        return switch (job.path("operation").asText()) {
            case "CANCELLATION" -> "Cancellation";
            case "REINSTATEMENT" -> "Reinstatement";
            case "LOSS_RUNS" -> "LossRuns";
            default -> "PolicyChange";
        };
    }

    ObjectNode attributesOfPolicy(JsonNode policy) {
        ObjectNode attributes = RestAnswers.JSON.createObjectNode();
        attributes.set(
                "account",
                RestAnswers.reference(
                        policy.path("account").asText(), policy.path("account").asText()));
        attributes.set("baseState", RestAnswers.coded(policy.path("state").asText()));
        attributes.put("id", policy.path("id").asText());
        attributes.put("periodStart", policy.path("effective").asText() + "T00:01:00.000Z");
        attributes.put("periodEnd", policy.path("expiration").asText() + "T00:01:00.000Z");
        attributes.put("policyNumber", policy.path("number").asText());
        attributes.set(
                "primaryInsured",
                RestAnswers.JSON
                        .createObjectNode()
                        .put("displayName", policy.path("insured").asText()));
        attributes.set("status", RestAnswers.coded(status(policy)));
        attributes.set("totalCost", RestAnswers.money(policy.path("premium").asText()));
        attributes.set(
                "uwCompany",
                RestAnswers.reference(
                        policy.path("naic").asText(), policy.path("company").asText()));
        return attributes;
    }

    private static String status(JsonNode policy) {
        return switch (policy.path("status").asText()) {
            case "PENDING_CANCELLATION" -> "PendingCancellation";
            case "CANCELED" -> "Canceled";
            case "EXPIRED" -> "Expired";
            case "QUOTED" -> "Quoted";
            default -> "InForce";
        };
    }

    /** The agency's reference in a text, or an empty text. */
    static String reference(@Nullable String text) {
        Matcher found = REFERENCE.matcher(text == null ? "" : text);
        return found.find() ? found.group() : "";
    }
}
