package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.CarrierStore;

/** Bound policies: read only. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest/policy/v1")
class CarrierPolicyController {

    private final CarrierStore store;
    private final RestJobs jobs;

    CarrierPolicyController(CarrierStore store, RestJobs jobs) {
        this.store = store;
        this.jobs = jobs;
    }

    @PostMapping("/search/policies")
    ResponseEntity<ObjectNode> search(
            @PathVariable("carrier") String carrier, @RequestBody ObjectNode body, HttpServletRequest request) {
        String number = RestBody.read(body, Set.of("policyNumber")).required("policyNumber");
        return RestAnswers.page(
                store.policy(carrier, number).map(jobs::attributesOfPolicy).stream()
                        .toList(),
                request);
    }

    @GetMapping("/policies/{id}")
    ResponseEntity<ObjectNode> policy(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return RestAnswers.one(200, jobs.attributesOfPolicy(jobs.policy(carrier, id)), request);
    }

    @GetMapping("/policies/{id}/lines")
    ResponseEntity<ObjectNode> lines(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        List<ObjectNode> lines = new ArrayList<>();
        jobs.policy(carrier, id)
                .path("lines")
                .forEach(line ->
                        lines.add(RestAnswers.JSON.createObjectNode().put("id", ProductLines.id(line.asText()))));
        return RestAnswers.page(lines, request);
    }

    @GetMapping("/policies/{id}/lines/{line}/{resource}")
    ResponseEntity<ObjectNode> ofLine(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @PathVariable("line") String line,
            @PathVariable("resource") String resource,
            HttpServletRequest request) {
        ObjectNode policy = jobs.policy(carrier, id);
        ItemResource found = ItemResource.at(resource, true)
                .filter(each -> hasLine(policy, line))
                .orElseThrow(() -> RestProblem.missing(request.getRequestURI()));
        return items(policy, found, line, request);
    }

    @GetMapping("/policies/{id}/{resource:locations|additional-named-insureds|contacts}")
    ResponseEntity<ObjectNode> ofPolicy(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @PathVariable("resource") String resource,
            HttpServletRequest request) {
        ItemResource found =
                ItemResource.at(resource, false).orElseThrow(() -> RestProblem.missing(request.getRequestURI()));
        return items(jobs.policy(carrier, id), found, "", request);
    }

    private static ResponseEntity<ObjectNode> items(
            ObjectNode policy, ItemResource resource, String line, HttpServletRequest request) {
        List<ObjectNode> rows = new ArrayList<>();
        for (JsonNode item : policy.path("items")) {
            if (resource.holds(item)
                    && (line.isEmpty()
                            || ProductLines.id(item.path("line").asText()).equals(line))) {
                rows.add(resource.attributes(item, policy.path("insured").asText()));
            }
        }
        return RestAnswers.page(rows, request);
    }

    static boolean hasLine(ObjectNode policy, String line) {
        for (JsonNode each : policy.path("lines")) {
            if (ProductLines.id(each.asText()).equals(line)) {
                return true;
            }
        }
        return false;
    }
}
