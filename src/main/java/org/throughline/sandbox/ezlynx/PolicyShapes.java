package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/** One kept policy as each of the two surfaces shows it. */
final class PolicyShapes {

    private PolicyShapes() {}

    /** A row of the search; ids under both names that clients read. Carrier and writing company are always "0". */
    static ObjectNode found(ObjectNode policy) {
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.set("policyId", policy.path("id"));
        row.set("id", policy.path("id"));
        row.set("policyNumber", policy.path("policyNumber"));
        row.set("status", policy.path("status"));
        row.set("policyStatus", policy.path("status"));
        row.put("effectiveDate", midnight(policy.path("effectiveDate")));
        row.put("expirationDate", midnight(policy.path("expirationDate")));
        row.set("applicantId", policy.path("applicantId"));
        row.set("accountId", policy.path("applicantId"));
        row.set("masterCompany", policy.path("masterCompany"));
        row.set("naicCode", policy.path("naicCode"));
        row.put("carrierID", "0");
        row.put("writingCompany", "0");
        row.set("premium", policy.path("premium"));
        return row;
    }

    /** Rows of an applicant's list, one for each line (assumed). */
    static List<ObjectNode> listed(ObjectNode policy) {
        List<ObjectNode> rows = new ArrayList<>();
        policy.path("lobs").forEach(lob -> {
            ObjectNode row = classic(policy);
            row.set("LOB", lob);
            rows.add(row);
        });
        return rows;
    }

    /** A policy read by number; both ids are opaque unless the caller asks otherwise. */
    static ObjectNode read(ObjectNode policy, boolean encrypted) {
        ObjectNode row = classic(policy);
        if (encrypted) {
            row.put("Id", opaque(policy.path("id")));
            row.put("ApplicantId", opaque(policy.path("applicantId")));
        }
        row.set("LOB", policy.path("lobs").path(0));
        return row;
    }

    private static ObjectNode classic(ObjectNode policy) {
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.set("Id", policy.path("id"));
        row.set("ApplicantId", policy.path("applicantId"));
        row.set("PolicyNumber", policy.path("policyNumber"));
        row.put("EffectiveDate", midnight(policy.path("effectiveDate")));
        row.put("ExpirationDate", midnight(policy.path("expirationDate")));
        row.set("RatingState", policy.path("ratingState"));
        return row;
    }

    private static String midnight(JsonNode day) {
        return day.asText() + "T00:00:00";
    }

    private static String opaque(JsonNode id) {
        return Base64.getUrlEncoder().encodeToString(("ez" + id.asText()).getBytes(StandardCharsets.UTF_8));
    }
}
