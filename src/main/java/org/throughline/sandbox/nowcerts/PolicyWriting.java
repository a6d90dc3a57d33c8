package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;

/** Adds policies and quotes, or updates the one of the key that is given, else of the number. */
@Component
@Profile("sandbox")
class PolicyWriting {

    /** In the order of the vendor's tables: reads count it from 1, the write's {@code manualStatus} from 0. */
    static final List<String> STATUSES = List.of(
            "Active",
            "Pending Cancel",
            "Cancelled",
            "Expired",
            "Renewing",
            "Renewed",
            "Reinstated",
            "Replaced",
            "Non-Renewal",
            "Reinstating",
            "Rewriting",
            "Rewritten");

    static final List<String> BUSINESS_TYPES = List.of("New_Business", "Renewal", "Rewrite");
    static final List<String> BILLING_TYPES = List.of(
            "Direct_Bill_100",
            "Direct_Bill_with_agency_down_payment",
            "Agency_Bill_100",
            "Agency_Bill_with_Outside_Financing",
            "Agency_Bill_Paid_In_Full",
            "Direct_Bill_Autopay");

    private static final String PAGE = "https://www1.nowcerts.com//AMSINS/Policies/Details/";
    private static final List<String> REQUIRED = List.of(
            "number", "effectiveDate", "expirationDate", "businessType", "businessSubType", "lineOfBusinessName");
    private static final List<String> TEXTS = List.of(
            "number",
            "effectiveDate",
            "expirationDate",
            "bindDate",
            "description",
            "carrierName",
            "mgaName",
            "binderId",
            "productName");

    private final NowCertsRecords records;
    private final InsuredMatch insureds;
    private final Simulator simulator;

    PolicyWriting(NowCertsRecords records, InsuredMatch insureds, Simulator nowCertsSimulator) {
        this.records = records;
        this.insureds = insureds;
        this.simulator = nowCertsSimulator;
    }

    /** The answer to one policy or quote, as it stands among those of the call. */
    ObjectNode write(JsonNode body, boolean quote, HttpServletRequest request) {
        Optional<ObjectNode> refusal = NowCertsWriteController.missing(body, REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String number = body.path("number").asText();
        Optional<ObjectNode> existing = existing(body, number);
        Optional<ObjectNode> insured = insureds.find(body);
        if (existing.isEmpty() && insured.isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        ObjectNode policy = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        String id = policy.path("databaseId").asText(UUID.randomUUID().toString());
        policy.put("databaseId", id);
        policy.put("isQuote", quote);
        insured.ifPresent(found -> InsuredMatch.show(policy, found));
        TEXTS.stream()
                .filter(body::hasNonNull)
                .forEach(field -> policy.put(field, body.path(field).asText()));
        policy.put("businessType", word(BUSINESS_TYPES, body.path("businessType")));
        if (body.hasNonNull("billingType")) {
            policy.put("billingType", word(BILLING_TYPES, body.path("billingType")));
        }
        if (body.hasNonNull("premium")) {
            policy.set("totalPremium", body.path("premium"));
        }
        policy.withArray("_linesOfBusiness")
                .removeAll()
                .add(body.path("lineOfBusinessName").asText());
        int manual = body.path("manualStatus").asInt(-1);
        String kept = policy.path("status").asText("Active");
        policy.put("status", manual >= 0 && manual < STATUSES.size() ? STATUSES.get(manual) : kept);
        policy.put("active", policy.path("active").asBoolean(true));
        policy.put("createDate", policy.path("createDate").asText(simulator.iso()));
        policy.put("changeDate", simulator.iso());
        simulator.mark(policy, "POLICY", request, number, true);
        records.keep(Kind.POLICY, id, policy);
        return Answers.JSON
                .createObjectNode()
                .put("policyOrQuoteId", id)
                .put("isQuote", quote)
                .put("objectURL", PAGE + id + "/Information?part=0")
                .put("status", 1)
                .put("message", (quote ? "Quote" : "Policy") + " with number '" + number + "' has been imported.");
    }

    private Optional<ObjectNode> existing(JsonNode body, String number) {
        return records.find(Kind.POLICY, body.path("databaseId").asText(""))
                .or(() -> records.all(Kind.POLICY).stream()
                        .filter(policy -> policy.path("number").asText().equals(number))
                        .findFirst());
    }

    private static String word(List<String> words, JsonNode given) {
        int at = given.asInt(-1);
        return at >= 0 && at < words.size() ? words.get(at) : given.asText();
    }

    /** The insured of a policy that was written. */
    String insuredOf(String policyId) {
        return records.find(Kind.POLICY, policyId)
                .map(policy -> policy.path("insuredDatabaseId").asText())
                .orElse("");
    }
}
