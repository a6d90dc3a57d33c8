package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.sandbox.vendor.SimulatorStore;

/** What hangs on insureds or policies, asked for by up to fifty ids. Times come without offset here, enums as numbers. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsLookupController {

    private static final String INSUREDS = "InsuredDataBaseId";
    private static final String POLICIES = "PolicyDataBaseId";
    private static final int IDS = 50;
    private static final List<String> POLICY_FIELDS = List.of(
            "databaseId",
            "number",
            "isQuote",
            "effectiveDate",
            "expirationDate",
            "bindDate",
            "description",
            "carrierName",
            "mgaName",
            "totalPremium",
            "totalNonPremium",
            "totalAgencyCommission",
            "changeDate",
            "createDate",
            "cancellationDate",
            "reinstatementDate",
            "active",
            "renewedPolicyId",
            "renewedPolicyNumber",
            "insuredDatabaseId",
            "status");
    private static final List<String> COVERAGE_ARRAYS = List.of(
            "generalLiabilityCoverages",
            "automobileLiabilitiesCoverages",
            "excessUmbrellaLiabilitiesCoverages",
            "workerCompAndEmployersLiabilitiesCoverages",
            "propertyCoverages",
            "otherCoverages");

    private final NowCertsRecords records;

    NowCertsLookupController(NowCertsRecords records) {
        this.records = records;
    }

    @GetMapping("/Policy/StatusTypes")
    ArrayNode statusTypes() {
        ArrayNode types = Answers.JSON.createArrayNode();
        for (int at = 0; at < PolicyWriting.STATUSES.size(); at++) {
            types.addObject().put("key", at + 1).put("value", PolicyWriting.STATUSES.get(at));
        }
        return types;
    }

    @PostMapping("/Insured/InsuredPolicies")
    ArrayNode insuredPolicies(@RequestBody JsonNode body) {
        return of(Kind.POLICY, ids(body, INSUREDS), "insuredDatabaseId", policy -> {
            ObjectNode row = Answers.JSON.createObjectNode();
            POLICY_FIELDS.forEach(field -> row.set(field, policy.has(field) ? policy.get(field) : row.nullNode()));
            row.put("businessType", number(PolicyWriting.BUSINESS_TYPES, policy.path("businessType")));
            row.put("businessSubType", 0);
            row.put("billingType", number(PolicyWriting.BILLING_TYPES, policy.path("billingType")));
            row.put("policyTermInMonths", policy.path("policyTerm").asInt(12));
            row.set("linesOfBusiness", policy.path("_linesOfBusiness"));
            return row;
        });
    }

    @PostMapping("/Insured/InsuredNotes")
    ArrayNode insuredNotes(@RequestBody JsonNode body) {
        return of(Kind.NOTE, ids(body, INSUREDS), "insured/databaseId", note -> {
            ObjectNode row = Answers.JSON
                    .createObjectNode()
                    .put("databaseId", note.path("databaseId").asText())
                    .put("subject", note.path("subject").asText())
                    .put("createDate", note.path("createDate").asText())
                    .put("creatorName", note.path("createdBy").asText(null))
                    .put("type", note.path("noteType").asText(null));
            row.set("parentNoteId", note.path("parentNoteId"));
            row.set("hide", note.path("hide"));
            records.find(Kind.INSURED, note.path("insured").path("databaseId").asText())
                    .ifPresent(insured -> InsuredMatch.show(row, insured));
            return row;
        });
    }

    @PostMapping("/Insured/InsuredTasks")
    ArrayNode insuredTasks(@RequestBody JsonNode body) {
        return of(Kind.TASK, ids(body, INSUREDS), "insuredDatabaseId", SimulatorStore::answered);
    }

    @PostMapping("/Insured/InsuredClaims")
    ArrayNode insuredClaims(@RequestBody JsonNode body) {
        return of(Kind.CLAIM, ids(body, INSUREDS), "insuredDatabaseId", SimulatorStore::answered);
    }

    @PostMapping("/Insured/InsuredTags")
    ArrayNode insuredTags(@RequestBody JsonNode body) {
        return of(Kind.TAG, ids(body, INSUREDS), "insuredDatabaseId", SimulatorStore::answered);
    }

    @PostMapping("/Insured/PendingCancellations")
    ArrayNode pendingOfInsureds(@RequestBody JsonNode body) {
        return of(Kind.PENDING_CANCELLATION, ids(body, INSUREDS), "insuredDatabaseId", SimulatorStore::answered);
    }

    @PostMapping("/Policy/PendingCancellations")
    ArrayNode pendingOfPolicies(@RequestBody JsonNode body) {
        return of(Kind.PENDING_CANCELLATION, ids(body, POLICIES), "policyDatabaseId", SimulatorStore::answered);
    }

    @PostMapping("/Policy/PolicyLineOfBusiness")
    ArrayNode policyLines(@RequestBody JsonNode body) {
        List<String> ids = ids(body, POLICIES);
        ArrayNode lines = Answers.JSON.createArrayNode();
        for (ObjectNode policy : records.all(Kind.POLICY)) {
            if (ids.contains(policy.path("databaseId").asText())) {
                policy.path("_linesOfBusiness")
                        .forEach(line -> lines.addObject()
                                .put("lineOfBusinessName", line.asText())
                                .put(
                                        "policyDatabaseId",
                                        policy.path("databaseId").asText()));
            }
        }
        return lines;
    }

    @PostMapping({"/Policy/PolicyDrivers", "/Policy/PolicyVehicles", "/Policy/PolicyProperties"})
    ArrayNode onPolicies(@RequestBody JsonNode body) {
        ids(body, POLICIES);
        return Answers.JSON.createArrayNode();
    }

    /** A GET with a body, and its answer one object in an array, as documented. */
    @GetMapping("/Policy/Coverages")
    ArrayNode coverages(@RequestBody JsonNode body) {
        List<String> ids = ids(body, POLICIES);
        ObjectNode answer = Answers.JSON.createObjectNode();
        COVERAGE_ARRAYS.forEach(answer::putArray);
        for (ObjectNode row : records.all(Kind.COVERAGE)) {
            if (ids.contains(row.path("policyId").asText())) {
                answer.withArray(row.path("_array").asText()).add(SimulatorStore.answered(row));
            }
        }
        return Answers.JSON.createArrayNode().add(answer);
    }

    /** A word of a list by its number; the first where it is none of them. */
    private static int number(List<String> words, JsonNode word) {
        return Math.max(0, words.indexOf(word.asText()));
    }

    private ArrayNode of(Kind kind, List<String> ids, String owner, UnaryOperator<ObjectNode> shape) {
        ArrayNode rows = Answers.JSON.createArrayNode();
        records.all(kind).stream()
                .filter(row -> ids.contains(ODataFields.value(row, owner).asText()))
                .forEach(row -> rows.add(local(shape.apply(row))));
        return rows;
    }

    /** The row with its times as the agency's clocks show them. */
    static ObjectNode local(ObjectNode row) {
        for (String field : List.of(
                "effectiveDate", "expirationDate", "bindDate", "changeDate", "createDate", "cancellationDate")) {
            String text = row.path(field).asText("");
            if (text.length() > "2026-11-30T00:00:00".length()) {
                row.put(
                        field,
                        DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(
                                OffsetDateTime.parse(text).withNano(0)));
            }
        }
        return row;
    }

    /** The ids in an array of a call. */
    static List<String> ids(JsonNode body, String name) {
        List<String> ids = new ArrayList<>();
        ODataFields.value(body, name).forEach(id -> ids.add(id.asText()));
        if (ids.isEmpty() || ids.size() > IDS) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + " takes 1 to " + IDS + " ids");
        }
        return ids;
    }
}
