package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.PolicyChange;
import org.throughline.sandbox.carrier.PolicyChange.Action;
import org.throughline.sandbox.carrier.PolicyContents;

/**
 * What a job's policy is made of, by line or for all of it. Half of it kept is an item without what is said about it; a
 * quoted job that is changed is a draft again, as documented.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest/job/v1/jobs/{id}")
class CarrierJobItemController {

    private static final String OF_LINE = "/lines/{line}/{resource}";
    private static final String OF_POLICY = "/{resource:locations|additional-named-insureds|contacts}";

    private final RestJobs jobs;
    private final RestWrites writes;

    CarrierJobItemController(RestJobs jobs, RestWrites writes) {
        this.jobs = jobs;
        this.writes = writes;
    }

    /** The collection that a call names, in its job. */
    private record Place(
            ObjectNode job,
            ObjectNode policy,
            ItemResource resource,
            @Nullable String line) {

        ObjectNode attributes(JsonNode item) {
            return resource.attributes(item, policy.path("insured").asText());
        }

        boolean holds(JsonNode item) {
            return resource.holds(item)
                    && (line == null
                            || ProductLines.id(item.path("line").asText()).equals(line));
        }

        String lineCode() {
            for (JsonNode code : policy.path("lines")) {
                if (ProductLines.id(code.asText()).equals(line)) {
                    return code.asText();
                }
            }
            return policy.path("lines").path(0).asText();
        }
    }

    private Place place(Map<String, String> path, HttpServletRequest request) {
        String carrier = String.valueOf(path.get("carrier"));
        ObjectNode job = jobs.job(carrier, String.valueOf(path.get("id")));
        ObjectNode policy = jobs.policy(carrier, job.path("policyId").asText());
        String line = path.get("line");
        ItemResource resource = ItemResource.at(String.valueOf(path.get("resource")), line != null)
                .filter(each -> line == null || CarrierPolicyController.hasLine(policy, line))
                .orElseThrow(() -> RestProblem.missing(request.getRequestURI()));
        return new Place(job, policy, resource, line);
    }

    @GetMapping({OF_LINE, OF_POLICY})
    ResponseEntity<ObjectNode> all(@PathVariable Map<String, String> path, HttpServletRequest request) {
        Place place = place(path, request);
        List<ObjectNode> rows = new ArrayList<>();
        jobs.items(place.job()).forEach(item -> {
            if (place.holds(item)) {
                rows.add(place.attributes(item));
            }
        });
        return RestAnswers.page(rows, request);
    }

    @PostMapping({OF_LINE, OF_POLICY})
    ResponseEntity<ObjectNode> add(
            @PathVariable Map<String, String> path, @RequestBody ObjectNode body, HttpServletRequest request) {
        return writes.alone(() -> {
            Place place = place(path, request);
            if (place.resource().single()) {
                throw RestProblem.missing(request.getRequestURI());
            }
            RestBody read = RestBody.read(body, place.resource().known());
            PolicyChange change = new PolicyChange(
                    Action.ADD,
                    place.resource().item(read),
                    place.resource().name(read),
                    writes.halfWritten() ? Map.of() : place.resource().values(read));
            ObjectNode job = edit(request, place, items -> PolicyContents.apply(items, change, place.lineCode()));
            ObjectNode added = PolicyContents.find((ArrayNode) job.path(RestJobs.ITEMS), change.item(), change.name())
                    .orElseThrow();
            return RestAnswers.one(201, place.attributes(added), request);
        });
    }

    @GetMapping({OF_LINE + "/{item}", OF_POLICY + "/{item}"})
    ResponseEntity<ObjectNode> one(@PathVariable Map<String, String> path, HttpServletRequest request) {
        Place place = place(path, request);
        return RestAnswers.one(200, place.attributes(find(jobs.items(place.job()), place, path, request)), request);
    }

    /** Half of it kept is half of the attributes. */
    @PatchMapping({OF_LINE + "/{item}", OF_POLICY + "/{item}"})
    ResponseEntity<ObjectNode> change(
            @PathVariable Map<String, String> path, @RequestBody ObjectNode body, HttpServletRequest request) {
        return writes.alone(() -> {
            Place place = place(path, request);
            ObjectNode item = find(jobs.items(place.job()), place, path, request);
            RestBody read = RestBody.read(body, place.resource().known());
            writes.check(request, read.checksum(), place.attributes(item));
            Map<String, String> values = place.resource().values(read);
            long kept = writes.halfWritten() ? values.size() / 2 : values.size();
            ObjectNode job = edit(request, place, items -> {
                ObjectNode said = find(items, place, path, request).withObject("/values");
                values.entrySet().stream().limit(kept).forEach(value -> said.put(value.getKey(), value.getValue()));
            });
            return RestAnswers.one(
                    200, place.attributes(find((ArrayNode) job.path(RestJobs.ITEMS), place, path, request)), request);
        });
    }

    @DeleteMapping({OF_LINE + "/{item}", OF_POLICY + "/{item}"})
    ResponseEntity<Void> remove(@PathVariable Map<String, String> path, HttpServletRequest request) {
        return writes.alone(() -> {
            Place place = place(path, request);
            if (place.resource().single()) {
                throw RestProblem.missing(request.getRequestURI());
            }
            ObjectNode item = find(jobs.items(place.job()), place, path, request);
            writes.check(request, null, place.attributes(item));
            edit(request, place, items -> {
                for (int at = 0; at < items.size(); at++) {
                    if (items.get(at).path("id").equals(item.path("id"))) {
                        items.remove(at);
                        return;
                    }
                }
            });
            return ResponseEntity.noContent().build();
        });
    }

    private ObjectNode edit(HttpServletRequest request, Place place, Consumer<ArrayNode> change) {
        JobStatus status = JobStatus.of(place.job());
        boolean open = status == JobStatus.DRAFT || status == JobStatus.QUOTED;
        if (!open || !place.job().has(RestJobs.ITEMS)) {
            throw RestProblem.badInput("The job " + place.job().path("id").asText() + " cannot be changed any more");
        }
        return writes.change(request, Kind.JOB, place.job(), writes.halfWritten(), job -> {
            change.accept((ArrayNode) job.path(RestJobs.ITEMS));
            job.put("status", JobStatus.DRAFT.name());
        });
    }

    private static ObjectNode find(ArrayNode items, Place place, Map<String, String> path, HttpServletRequest request) {
        for (JsonNode item : items) {
            if (place.holds(item) && item.path("id").asText().equals(path.get("item"))) {
                return (ObjectNode) item;
            }
        }
        throw RestProblem.missing(request.getRequestURI());
    }
}
