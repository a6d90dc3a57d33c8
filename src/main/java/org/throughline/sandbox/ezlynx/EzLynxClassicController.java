package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Reads of the web services beside applicants: policies, users, quotes, document library. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/ezlynxapi/api")
class EzLynxClassicController {

    private final EzLynxRecords records;
    private final EzLynxSandboxProperties properties;

    EzLynxClassicController(EzLynxRecords records, EzLynxSandboxProperties properties) {
        this.records = records;
        this.properties = properties;
    }

    /** Policies whose term touches the days from and to (assumed). */
    @GetMapping("/policy/applicant/{applicantId:\\d+}/{from}/{to}")
    ArrayNode policies(
            @PathVariable("applicantId") String applicantId,
            @PathVariable("from") String from,
            @PathVariable("to") String to) {
        LocalDate first = day(from);
        LocalDate last = day(to);
        ArrayNode rows = EzLynxRecords.JSON.createArrayNode();
        records.of(Kind.POLICY, records.applicant(applicantId).path("Id").asText()).stream()
                .filter(policy -> !day(policy.path("effectiveDate").asText()).isAfter(last)
                        && !day(policy.path("expirationDate").asText()).isBefore(first))
                .forEach(policy -> PolicyShapes.listed(policy).forEach(rows::add));
        return rows;
    }

    private static LocalDate day(String text) {
        try {
            return LocalDate.parse(text);
        } catch (DateTimeParseException broken) {
            throw new Refused(400, "The request is invalid.");
        }
    }

    @GetMapping("/policy/{id:\\d+}")
    ObjectNode policy(
            @PathVariable("id") String id,
            @RequestParam(name = "encryptPolicyIdAndApplicantId", defaultValue = "true") boolean encrypted) {
        return records.find(Kind.POLICY, id)
                .map(policy -> PolicyShapes.read(policy, encrypted))
                .orElseThrow(() -> new Refused(404, "Policy not found."));
    }

    @GetMapping("/user/{id:\\d+}")
    ObjectNode user(@PathVariable("id") String id) {
        return records.find(Kind.USER, id)
                .map(SimulatorStore::answered)
                .orElseThrow(() -> new Refused(404, "User not found."));
    }

    @GetMapping("/user/users/{organizationId}")
    List<ObjectNode> users(@PathVariable("organizationId") String organizationId) {
        if (!organizationId.equals(properties.organizationId())) {
            throw new Refused(403, "Forbidden");
        }
        return records.all(Kind.USER).stream().map(SimulatorStore::answered).toList();
    }

    @GetMapping("/quote/getcompletedquote/{id:\\d+}")
    ObjectNode quote(@PathVariable("id") String id) {
        return records.find(Kind.QUOTE, id)
                .map(SimulatorStore::answered)
                .orElseThrow(() -> new Refused(404, "Quote not found."));
    }

    /** The call is seen in a client, its answer is assumed. */
    @GetMapping("/enumerables/v1")
    ObjectNode enumerables() {
        ObjectNode lists = EzLynxRecords.JSON.createObjectNode();
        List.of("ActiveClient", "InactiveClient", "Prospect").forEach(lists.putArray("ApplicantTypes")::add);
        EzLynxSeed.LINES.values().stream().sorted().forEach(lists.putArray("LinesOfBusiness")::add);
        List.of("NBS", "RWL", "PCH", "XLN").forEach(lists.putArray("TransactionTypes")::add);
        return lists;
    }

    /** Pages count from 1; policy 0 stands for all. */
    @GetMapping("/documentlibrary/list/{applicantId:\\d+}/{page:\\d+}/{size:\\d+}/{policyId:\\d+}")
    ObjectNode documents(
            @PathVariable("applicantId") String applicantId,
            @PathVariable("page") int page,
            @PathVariable("size") int size,
            @PathVariable("policyId") String policyId) {
        if (page < 1 || size < 1) {
            throw new Refused(400, "The request is invalid.");
        }
        records.applicant(applicantId);
        List<ObjectNode> all = records.of(Kind.DOCUMENT, applicantId).stream()
                .filter(row -> policyId.equals("0")
                        || row.path("policyMasterId").asText().equals(policyId))
                .toList();
        ObjectNode answer = EzLynxRecords.JSON.createObjectNode();
        answer.put("TotalRecords", all.size());
        ArrayNode rows = answer.putArray("Documents");
        all.stream().skip((page - 1L) * size).limit(size).forEach(document -> {
            ObjectNode row = rows.addObject();
            row.set("Id", document.path("id"));
            row.set("Description", document.path("documentName"));
            row.set("PolicyId", document.path("policyMasterId"));
            row.set("CreatedDate", document.path("createdDate"));
        });
        return answer;
    }

    @GetMapping("/document/{id:\\d+}")
    ResponseEntity<byte[]> document(@PathVariable("id") String id) {
        if (records.find(Kind.DOCUMENT, id).isEmpty()) {
            throw new Refused(404, "Document not found.");
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(records.content(id));
    }
}
