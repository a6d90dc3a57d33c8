package org.throughline.sandbox.carrier.rest;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.carrier.CarrierStore;
import org.throughline.sandbox.carrier.Kind;
import org.throughline.sandbox.carrier.Papers;

/** Documents and accounts. Of billing the ways are documented; the fields of a policy period are assumed. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/carrier/{carrier}/rest")
class CarrierRecordsController {

    private static final int DAYS_TO_PAY = 20;

    private final CarrierStore store;
    private final RestJobs jobs;
    private final Papers papers;

    CarrierRecordsController(CarrierStore store, RestJobs jobs, Papers papers) {
        this.store = store;
        this.jobs = jobs;
        this.papers = papers;
    }

    @GetMapping("/policy/v1/policies/{id}/documents")
    ResponseEntity<ObjectNode> documents(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        String number = jobs.policy(carrier, id).path("number").asText();
        return documents(
                carrier, document -> document.path("policyNumber").asText().equals(number), request);
    }

    private ResponseEntity<ObjectNode> documents(
            String carrier, Predicate<ObjectNode> which, HttpServletRequest request) {
        return RestAnswers.page(
                store.of(Kind.DOCUMENT, carrier).stream()
                        .filter(which)
                        .map(CarrierRecordsController::attributes)
                        .toList(),
                request);
    }

    @GetMapping("/account/v1/accounts/{account}/documents")
    ResponseEntity<ObjectNode> documentsOfAccount(
            @PathVariable("carrier") String carrier,
            @PathVariable("account") String account,
            HttpServletRequest request) {
        return documents(carrier, document -> document.path("account").asText().equals(account), request);
    }

    @GetMapping("/account/v1/accounts/{account}/jobs")
    ResponseEntity<ObjectNode> jobsOfAccount(
            @PathVariable("carrier") String carrier,
            @PathVariable("account") String account,
            HttpServletRequest request) {
        return RestAnswers.page(
                store.of(Kind.JOB, carrier).stream()
                        .filter(job -> job.path("account").asText().equals(account))
                        .map(jobs::summary)
                        .toList(),
                request);
    }

    @GetMapping("/common/v1/documents/{id}")
    ResponseEntity<ObjectNode> document(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        return RestAnswers.one(200, attributes(find(carrier, id)), request);
    }

    @GetMapping("/common/v1/documents/{id}/content")
    ResponseEntity<ObjectNode> content(
            @PathVariable("carrier") String carrier, @PathVariable("id") String id, HttpServletRequest request) {
        byte[] bytes = papers.pdf(find(carrier, id));
        return RestAnswers.one(
                200,
                RestAnswers.JSON
                        .createObjectNode()
                        .put("contents", Base64.getEncoder().encodeToString(bytes))
                        .put("responseMimeType", "application/pdf"),
                request);
    }

    @PostMapping("/billing/v1/search/policies")
    ResponseEntity<ObjectNode> billing(
            @PathVariable("carrier") String carrier, @RequestBody ObjectNode body, HttpServletRequest request) {
        String number = RestBody.read(body, Set.of("policyNumber")).required("policyNumber");
        List<ObjectNode> periods = store.policy(carrier, number).stream()
                .map(policy -> {
                    ObjectNode period = RestAnswers.JSON.createObjectNode();
                    period.put("id", policy.path("id").asText().replace("pc:", "bc:"));
                    period.put("policyNumber", policy.path("number").asText());
                    period.set(
                            "outstandingAmount",
                            RestAnswers.money(policy.path("balance").asText()));
                    period.set(
                            "pastDueAmount",
                            RestAnswers.money(policy.path("pastDue").asText()));
                    if (!policy.path("balance").asText("0.00").equals("0.00")) {
                        period.put(
                                "nextDueDate",
                                LocalDate.parse(policy.path("effective").asText())
                                        .plusDays(DAYS_TO_PAY)
                                        .toString());
                    }
                    return period;
                })
                .toList();
        return RestAnswers.page(periods, request);
    }

    private ObjectNode find(String carrier, String id) {
        return store.find(Kind.DOCUMENT, id)
                .filter(document -> document.path("carrier").asText().equals(carrier))
                .orElseThrow(() -> RestProblem.missing("/common/v1/documents/" + id));
    }

    private static ObjectNode attributes(ObjectNode document) {
        ObjectNode attributes = RestAnswers.JSON.createObjectNode();
        attributes.put("id", document.path("id").asText());
        attributes.put("name", document.path("name").asText());
        attributes.put("mimeType", "application/pdf");
        attributes.put("dateModified", document.path("date").asText() + "T17:00:00.000Z");
        attributes.set("status", RestAnswers.coded("final"));
        attributes.set("type", RestAnswers.coded(document.path("type").asText().toLowerCase(Locale.ROOT)));
        return attributes;
    }
}
