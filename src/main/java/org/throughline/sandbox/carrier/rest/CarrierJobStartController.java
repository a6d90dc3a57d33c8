package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Underwriting;

/** Jobs begin at the policy. A cancellation is quoted at once, as documented; the others are drafts. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest/policy/v1/policies/{id}")
class CarrierJobStartController {

    private static final Set<String> REASONS =
            Set.of("cancel", "flatrewrite", "noncooperation", "nottaken", "sold", "nonpayment", "eligibility", "other");

    private final RestJobs jobs;
    private final RestWrites writes;
    private final Underwriting underwriting;

    CarrierJobStartController(RestJobs jobs, RestWrites writes, Underwriting underwriting) {
        this.jobs = jobs;
        this.writes = writes;
        this.underwriting = underwriting;
    }

    @PostMapping("/change")
    ResponseEntity<ObjectNode> change(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(body, Set.of("jobEffectiveDate", "description"));
            ObjectNode policy = jobs.policy(carrier, id);
            ObjectNode job = open(policy, Operation.POLICY_CHANGE, read.day("jobEffectiveDate"), read, Map.of());
            job.set(RestJobs.ITEMS, policy.path("items").deepCopy());
            return started(job, request);
        });
    }

    @PostMapping("/cancel")
    ResponseEntity<ObjectNode> cancel(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(
                    body,
                    Set.of(
                            "cancellationReasonCode.code",
                            "cancellationSource.code",
                            "jobEffectiveDate",
                            "description"));
            String reason = read.required("cancellationReasonCode.code");
            String source = read.required("cancellationSource.code");
            if (!REASONS.contains(reason) || !Set.of("carrier", "insured").contains(source)) {
                throw RestProblem.badInput("'" + reason + "' or '" + source + "' is not a typecode of its typelist");
            }
            ObjectNode job = open(
                    jobs.policy(carrier, id),
                    Operation.CANCELLATION,
                    read.day("jobEffectiveDate"),
                    read,
                    Map.of("reason", reason, "requestor", source));
            underwriting.quote(job);
            return started(job, request);
        });
    }

    @PostMapping("/reinstate")
    ResponseEntity<ObjectNode> reinstate(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(body, Set.of("reinstateCode.code", "description"));
            ObjectNode policy = jobs.policy(carrier, id);
            String from =
                    policy.path("cancellation").asText(policy.path("effective").asText());
            ObjectNode job = open(
                    policy,
                    Operation.REINSTATEMENT,
                    LocalDate.parse(from),
                    read,
                    Map.of("reason", read.required("reinstateCode.code")));
            return started(job, request);
        });
    }

    private ObjectNode open(
            ObjectNode policy, Operation operation, LocalDate effective, RestBody body, Map<String, String> details) {
        String text = Objects.requireNonNullElse(body.text("description"), "");
        return underwriting.open(new CarrierAsk(
                policy.path("carrier").asText(),
                operation,
                policy.path("number").asText(),
                effective,
                RestJobs.reference(text),
                text,
                List.of(),
                details));
    }

    private ResponseEntity<ObjectNode> started(ObjectNode job, HttpServletRequest request) {
        writes.begin(request, job);
        writes.keep(request, Kind.JOB, job, false);
        return RestAnswers.one(201, jobs.attributes(job), request);
    }
}
