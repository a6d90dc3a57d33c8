package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The lists that every agency fills for itself in Epic, as the practice agency has filled them. */
final class EpicCatalog {

    static final List<ObjectNode> STATUSES = Stream.of(
                    "ACT Active",
                    "NEW New business",
                    "REN Renewal",
                    "RIP Renewal in progress",
                    "PCN Pending cancellation",
                    "CAN Cancelled",
                    "EXP Expired",
                    "NRN Non-renewed",
                    "REI Reinstated",
                    "REW Rewritten",
                    "PRO Prospect",
                    "OLD Converted from the old system")
            .map(EpicCatalog::status)
            .toList();

    static final List<ObjectNode> TYPES = List.of(
            type("CGL", "General Liability", "COMMERCIAL", true),
            type("BAUT", "Business Auto", "COMMERCIAL", true),
            type("CUMB", "Commercial Umbrella", "COMMERCIAL", true),
            type("WC", "Workers Compensation", "COMMERCIAL", true),
            type("CPRP", "Commercial Property", "COMMERCIAL", true),
            type("BOP", "Business Owners", "COMMERCIAL", true),
            type("MTC", "Motor Truck Cargo", "COMMERCIAL", true),
            type("DO", "Directors and Officers", "COMMERCIAL", true),
            type("EO", "Professional Liability", "COMMERCIAL", true),
            type("PKG", "Commercial Package", "COMMERCIAL", false),
            type("HOME", "Homeowners", "PERSONAL", true),
            type("PAUT", "Personal Auto", "PERSONAL", true),
            type("PUMB", "Personal Umbrella", "PERSONAL", true));

    /** The practice book's line codes in the agency's own. */
    static final Map<String, String> TYPE_OF_LINE = Map.ofEntries(
            Map.entry("GL", "CGL"),
            Map.entry("AUTO", "BAUT"),
            Map.entry("UMBRELLA", "CUMB"),
            Map.entry("WC", "WC"),
            Map.entry("PROPERTY", "CPRP"),
            Map.entry("BOP", "BOP"),
            Map.entry("CARGO", "MTC"),
            Map.entry("DO", "DO"),
            Map.entry("EO", "EO"),
            Map.entry("HOME", "HOME"),
            Map.entry("PERSONAL_AUTO", "PAUT"),
            Map.entry("PERSONAL_UMBRELLA", "PUMB"));

    static final Map<String, String> STATUS_OF_POLICY = Map.of(
            "ACTIVE", "ACT",
            "BOUND", "NEW",
            "QUOTED", "PRO",
            "RENEWING", "RIP",
            "PENDING_CANCEL", "PCN",
            "CANCELLED", "CAN",
            "EXPIRED", "EXP");

    static final List<ObjectNode> SOURCES = List.of(
            coded("source", "", "Agency").put("active", true).put("allPolicyTypes", true),
            coded("source", "", "Referral").put("active", true).put("allPolicyTypes", true));

    static final List<ObjectNode> CATEGORIES = List.of(coded("category", "", "Service"));

    /** {@code _owner} is who gets it where nobody is named; a code without one needs an owner. */
    static final List<ObjectNode> ACTIVITY_CODES = List.of(
            code("NOTE", "Note to file", "CLOSED").put("_owner", EpicDirectory.employeeId("nora")),
            code("TASK", "Task", "OPEN"),
            code("CALL", "Call the insured", "OPEN"),
            code("CERT", "Certificate of insurance", "OPEN").put("_owner", EpicDirectory.employeeId("maria")),
            code("@AOP", "Add Opportunity", "OPEN"));

    static final List<ObjectNode> UNSUCCESSFUL_REASONS =
            List.of(coded("reason", "", "Never Contacted"), coded("reason", "", "Claim Denied"));

    static final List<ObjectNode> ACCESS_LEVELS =
            List.of(level("1", "HIPAA"), level("2", "Benefits"), level("6", "General"));

    static final List<ObjectNode> FOLDERS = Stream.of("Certificates", "Correspondence", "Policies")
            .map(name -> EpicHal.JSON
                    .createObjectNode()
                    .put("id", EpicHal.id("folder " + name))
                    .put("name", name)
                    .put("description", name)
                    .put("active", true)
                    .putNull("parentFolder"))
            .toList();

    private EpicCatalog() {}

    private static ObjectNode status(String line) {
        String code = line.substring(0, 3);
        return coded("status", code, line.substring(4)).put("isActive", !code.equals("OLD"));
    }

    private static ObjectNode type(String code, String description, String businessType, boolean lineOfBusiness) {
        ObjectNode type = coded("type", code, description);
        type.put("businessType", businessType);
        type.put("isLineOfBusiness", lineOfBusiness);
        type.put("applicationDetail", description);
        type.put("applicationSection", businessType.equals("PERSONAL") ? "ACORD_88" : "ACORD_125");
        type.put("includePolicyInformationSection", true);
        type.put("term", "1_YEAR");
        type.put("isTermPlanYear", false);
        type.put("defaultIssuingLocation", true);
        type.putNull("department");
        type.putNull("profitCenter");
        type.put("isCustomForm", false);
        type.putNull("formCategory");
        type.put("active", true);
        type.put("standardsBody", "ACORD");
        return type;
    }

    private static ObjectNode code(String code, String description, String usualStatus) {
        return coded("activity code", code, description).put("active", true).put("_status", usualStatus);
    }

    private static ObjectNode coded(String list, String code, String description) {
        ObjectNode row = EpicHal.JSON.createObjectNode();
        row.put("id", EpicHal.id(list + " " + code + description));
        if (!code.isEmpty()) {
            row.put("code", code);
        }
        return row.put("description", description);
    }

    private static ObjectNode level(String id, String description) {
        return EpicHal.JSON.createObjectNode().put("id", id).put("description", description);
    }

    /** A row of one of the lists by its code. */
    static ObjectNode byCode(List<ObjectNode> list, String code) {
        return list.stream()
                .filter(row -> row.path("code").asText().equals(code))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Nothing has the code " + code));
    }

    /** A row of one of the lists by its id. */
    static Optional<ObjectNode> byId(List<ObjectNode> list, String id) {
        return list.stream().filter(row -> row.path("id").asText().equals(id)).findFirst();
    }

    /** What other records embed of a row. */
    static ObjectNode brief(ObjectNode row) {
        return row.deepCopy().retain("id", "code", "description", "businessType", "name", "lookupCode", "active");
    }
}
