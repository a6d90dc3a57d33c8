package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyContents;
import org.throughline.sandbox.carrier.Underwriting;

/** Jobs from their draft to their end. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest/job/v1")
class CarrierJobController {

    private final CarrierStore store;
    private final RestJobs jobs;
    private final RestWrites writes;
    private final Underwriting underwriting;

    CarrierJobController(CarrierStore store, RestJobs jobs, RestWrites writes, Underwriting underwriting) {
        this.store = store;
        this.jobs = jobs;
        this.writes = writes;
        this.underwriting = underwriting;
    }

    /** Both properties are needed, as documented. */
    @PostMapping("/search/jobs")
    ResponseEntity<ObjectNode> search(
            @PathVariable("carrier") String carrier, @RequestBody ObjectNode body, HttpServletRequest request) {
        RestBody read = RestBody.read(body, Set.of("policyNumber", "jobNumber", "jobType.code"));
        String type = read.required("jobType.code");
        String number = read.text("jobNumber");
        String policy = number == null ? read.required("policyNumber") : null;
        underwriting.settle();
        List<ObjectNode> found = store.of(Kind.JOB, carrier).stream()
                .filter(job -> RestJobs.type(job).equals(type))
                .filter(job -> number == null || job.path("number").asText().equals(number))
                .filter(job ->
                        policy == null || job.path("policyNumber").asText().equals(policy))
                .map(jobs::summary)
                .toList();
        return RestAnswers.page(found, request);
    }

    @GetMapping("/jobs/{id}")
    ResponseEntity<ObjectNode> job(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return RestAnswers.one(200, jobs.attributes(jobs.job(carrier, id)), request);
    }

    @PatchMapping("/jobs/{id}")
    ResponseEntity<ObjectNode> patch(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(body, Set.of("description"));
            ObjectNode job = jobs.job(carrier, id);
            writes.check(request, read.checksum(), jobs.attributes(job));
            return changed(request, job, copy -> copy.put("description", read.required("description")));
        });
    }

    @PostMapping("/jobs/{id}/quote")
    ResponseEntity<ObjectNode> quote(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode job = expect(request, jobs.job(carrier, id), JobStatus.DRAFT);
            return changed(request, job, copy -> {
                put(copy);
                underwriting.quote(copy);
            });
        });
    }

    /** What the job changes, written on it. */
    private void put(ObjectNode job) {
        if (!job.has(RestJobs.ITEMS)) {
            return;
        }
        ArrayNode before = (ArrayNode)
                jobs.policy(job.path("carrier").asText(), job.path("policyId").asText())
                        .path("items");
        ArrayNode changes = job.putArray("changes");
        PolicyContents.difference(before, (ArrayNode) job.path(RestJobs.ITEMS))
                .forEach((PolicyChange change) -> changes.add(change.json()));
    }

    @PostMapping("/jobs/{id}/make-draft")
    ResponseEntity<ObjectNode> makeDraft(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode job = expect(request, jobs.job(carrier, id), JobStatus.QUOTED);
            return changed(request, job, copy -> copy.put("status", JobStatus.DRAFT.name()));
        });
    }

    @PostMapping("/jobs/{id}/withdraw")
    ResponseEntity<ObjectNode> withdraw(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode job =
                    expect(request, jobs.job(carrier, id), JobStatus.DRAFT, JobStatus.QUOTED, JobStatus.REFERRED);
            return changed(request, job, copy -> copy.put("status", JobStatus.WITHDRAWN.name()));
        });
    }

    /** What an underwriter wants to see is not bound; the issue is on the job from then on. */
    @PostMapping({"/jobs/{id}/bind-and-issue", "/jobs/{id}/bind-only"})
    ResponseEntity<ObjectNode> bind(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode job =
                    expect(request, jobs.job(carrier, id), JobStatus.QUOTED).deepCopy();
            writes.begin(request, job);
            underwriting.validate(carrier);
            if (underwriting.refers(carrier)) {
                store.save(Kind.JOB, jobs.job(carrier, id).deepCopy().put(RestJobs.ISSUE, true));
                throw RestProblem.badInput("The job has underwriting issues that block binding");
            }
            return decided(request, job);
        });
    }

    @PostMapping("/jobs/{id}/request-approval")
    ResponseEntity<ObjectNode> requestApproval(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode job =
                    expect(request, jobs.job(carrier, id), JobStatus.QUOTED).deepCopy();
            if (!job.path(RestJobs.ISSUE).asBoolean()) {
                throw RestProblem.badInput("The job has no underwriting issue that needs approval");
            }
            writes.begin(request, job);
            return decided(request, job);
        });
    }

    private ResponseEntity<ObjectNode> decided(HttpServletRequest request, ObjectNode job) {
        if (!writes.rehearsed(request)) {
            underwriting.decide(job, writes.arrival(request, false), Duration.ZERO);
        }
        return RestAnswers.one(200, jobs.attributes(job), request);
    }

    @GetMapping("/jobs/{id}/uw-issues")
    ResponseEntity<ObjectNode> issues(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        ObjectNode job = jobs.job(carrier, id);
        boolean open = job.path(RestJobs.ISSUE).asBoolean();
        boolean decided = JobStatus.of(job) != JobStatus.QUOTED && JobStatus.of(job) != JobStatus.REFERRED;
        ObjectNode issue = RestAnswers.JSON.createObjectNode();
        issue.put("id", id + "-1");
        issue.put("active", true);
        issue.put("hasApprovalOrRejection", decided);
        issue.set(
                "issueType",
                RestAnswers.JSON
                        .createObjectNode()
                        .put("code", "UWReferral")
                        .put("displayName", "Change needs an underwriter's review"));
        return RestAnswers.page(open ? List.of(issue) : List.of(), request);
    }

    /** Asking for approval makes an activity of the pattern that the vendor names. */
    @GetMapping("/jobs/{id}/activities")
    ResponseEntity<ObjectNode> activities(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        ObjectNode job = jobs.job(carrier, id);
        boolean asked = job.path(RestJobs.ISSUE).asBoolean() && JobStatus.of(job) != JobStatus.QUOTED;
        ObjectNode activity = RestAnswers.JSON.createObjectNode();
        activity.put("id", id + "-a1");
        activity.put("activityPattern", "approve_general");
        activity.put("subject", "Review and approve");
        return RestAnswers.page(asked ? List.of(activity) : List.of(), request);
    }

    private ObjectNode expect(HttpServletRequest request, ObjectNode job, JobStatus... statuses) {
        writes.check(request, null, jobs.attributes(job));
        if (!List.of(statuses).contains(JobStatus.of(job))) {
            String transaction = request.getHeader("GW-DBTransaction-ID");
            if (transaction != null) {
                writes.begin(request, job.deepCopy());
            }
            throw RestProblem.badInput("The job " + job.path("id").asText() + " cannot do this while it is "
                    + jobs.attributes(job).path("jobStatus").path("name").asText());
        }
        return job;
    }

    private ResponseEntity<ObjectNode> changed(
            HttpServletRequest request, ObjectNode job, Consumer<ObjectNode> change) {
        return RestAnswers.one(200, jobs.attributes(writes.change(request, Kind.JOB, job, false, change)), request);
    }
}
