package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.CarrierAsk;
import org.throughline.sandbox.carrier.CarrierAsk.Operation;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.JobStatus;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Underwriting;

/**
 * Claims: a draft from policy number and day of the loss, then submitted. Half of it kept is a draft without place and
 * reporter; a reporter is needed to submit, as in the vendor's base configuration.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest/claim/v1")
class CarrierClaimController {

    private static final Set<String> KNOWN = Set.of(
            "policyNumber",
            "lossDate",
            "description",
            "lossCause.code",
            "lossLocation.addressLine1",
            "reporter.refid",
            "mainContact.refid");

    private final CarrierStore store;
    private final RestWrites writes;
    private final Underwriting underwriting;

    CarrierClaimController(CarrierStore store, RestWrites writes, Underwriting underwriting) {
        this.store = store;
        this.writes = writes;
        this.underwriting = underwriting;
    }

    @PostMapping("/search/claims")
    ResponseEntity<ObjectNode> search(
            @PathVariable("carrier") String carrier, @RequestBody ObjectNode body, HttpServletRequest request) {
        String number = RestBody.read(body, Set.of("policyNumber")).required("policyNumber");
        List<ObjectNode> found = store.of(Kind.CLAIM, carrier).stream()
                .filter(claim -> claim.path("policyNumber").asText().equals(number))
                .map(claim -> attributes(claim).retain("id", "claimNumber", "lossDate", "policyNumber"))
                .toList();
        return RestAnswers.page(found, request);
    }

    @PostMapping("/claims")
    ResponseEntity<ObjectNode> create(
            @PathVariable("carrier") String carrier, @RequestBody ObjectNode body, HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(body, KNOWN);
            String text = Objects.requireNonNullElse(read.text("description"), "");
            LocalDate day = read.day("lossDate");
            ObjectNode claim = underwriting.open(new CarrierAsk(
                    carrier,
                    Operation.CLAIM_NOTICE,
                    read.required("policyNumber"),
                    day,
                    RestJobs.reference(text),
                    text,
                    List.of(),
                    Map.of()));
            boolean half = writes.halfWritten();
            writes.begin(request, claim);
            said(claim, read, half);
            writes.keep(request, Kind.CLAIM, claim, half);
            return RestAnswers.one(201, attributes(claim), request);
        });
    }

    private static void said(ObjectNode claim, RestBody read, boolean half) {
        if (half) {
            return;
        }
        ObjectNode details = claim.withObject("/details");
        put(details, "lossDate", read.text("lossDate"));
        put(details, "place", read.text("lossLocation.addressLine1"));
        put(details, "cause", read.text("lossCause.code"));
        String reporter = read.text("reporter.refid");
        if (reporter != null) {
            ObjectNode contact = read.included("ClaimContact", reporter);
            details.put(
                    "reportedBy",
                    contact.path("displayName")
                            .asText(contact.path("firstName").asText("") + " "
                                    + contact.path("lastName").asText(""))
                            .strip());
            put(details, "phone", contact.path("workPhone").path("number").asText(null));
        }
    }

    private static void put(ObjectNode details, String key, @Nullable String value) {
        if (value != null) {
            details.put(key, value);
        }
    }

    @GetMapping("/claims/{id}")
    ResponseEntity<ObjectNode> claim(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return RestAnswers.one(200, attributes(find(carrier, id)), request);
    }

    @PatchMapping("/claims/{id}")
    ResponseEntity<ObjectNode> patch(
            @PathVariable("carrier") String carrier,
            @PathVariable("id") String id,
            @RequestBody ObjectNode body,
            HttpServletRequest request) {
        return writes.alone(() -> {
            RestBody read = RestBody.read(body, KNOWN);
            ObjectNode claim = draft(carrier, id);
            writes.check(request, read.checksum(), attributes(claim));
            boolean half = writes.halfWritten();
            ObjectNode changed = writes.change(request, Kind.CLAIM, claim, half, copy -> said(copy, read, half));
            return RestAnswers.one(200, attributes(changed), request);
        });
    }

    @PostMapping("/claims/{id}/submit")
    ResponseEntity<ObjectNode> submit(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode claim = draft(carrier, id).deepCopy();
            if (!claim.path("details").hasNonNull("reportedBy")) {
                throw RestProblem.badInput("CLV04000: The claim needs a reporter");
            }
            writes.begin(request, claim);
            if (!writes.rehearsed(request)) {
                underwriting.decide(claim, writes.arrival(request, false), Duration.ZERO);
            }
            return RestAnswers.one(200, attributes(claim), request);
        });
    }

    @PostMapping("/claims/{id}/cancel")
    ResponseEntity<ObjectNode> cancel(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return writes.alone(() -> {
            ObjectNode canceled = writes.change(
                    request,
                    Kind.CLAIM,
                    draft(carrier, id),
                    false,
                    copy -> copy.put("status", JobStatus.WITHDRAWN.name()));
            return RestAnswers.one(200, attributes(canceled), request);
        });
    }

    private ObjectNode find(String carrier, String id) {
        underwriting.settle();
        return store.find(Kind.CLAIM, id)
                .filter(claim -> claim.path("carrier").asText().equals(carrier))
                .orElseThrow(() -> RestProblem.missing("/claim/v1/claims/" + id));
    }

    private ObjectNode draft(String carrier, String id) {
        ObjectNode claim = find(carrier, id);
        if (JobStatus.of(claim) != JobStatus.DRAFT) {
            throw RestProblem.badInput("The claim " + id + " is not a draft");
        }
        return claim;
    }

    private static ObjectNode attributes(JsonNode claim) {
        JsonNode details = claim.path("details");
        JobStatus status = JobStatus.of(claim);
        String loss = claim.path("effective").asText() + "T00:00:00.000Z";
        ObjectNode attributes = RestAnswers.JSON.createObjectNode();
        attributes.put("id", claim.path("id").asText());
        attributes.put(
                "claimNumber",
                claim.path("claimNumber").asText("T" + claim.path("number").asText()));
        attributes.put("policyNumber", claim.path("policyNumber").asText());
        attributes.put("lossDate", details.path("lossDate").asText(loss));
        attributes.put("description", claim.path("description").asText());
        attributes.set(
                "state",
                RestAnswers.coded(
                        switch (status) {
                            case ISSUED -> claim.path("state").asText("OPEN").equals("CLOSED") ? "closed" : "open";
                            case WITHDRAWN -> "canceled";
                            case PENDING -> "submitting";
                            default -> "draft";
                        }));
        if (details.hasNonNull("place")) {
            attributes
                    .putObject("lossLocation")
                    .put("addressLine1", details.path("place").asText());
        }
        if (details.hasNonNull("cause")) {
            attributes.set("lossCause", RestAnswers.coded(details.path("cause").asText()));
        }
        if (details.hasNonNull("reportedBy")) {
            attributes
                    .putObject("reporter")
                    .put("displayName", details.path("reportedBy").asText());
        }
        return attributes;
    }
}
