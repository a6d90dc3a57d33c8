package org.throughline.ams.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.throughline.ams.LineOfBusiness;

/**
 * Reads the answer of {@code Policy/Coverages} into limits per policy and line, under our own names. Amounts become
 * whole dollars without separators; what is not given is left out.
 *
 * <p>Names are those of the vendor's document. It has none for what an umbrella follows, for persons excluded from workers'
 * compensation and for buildings: those are the agency's own. Lines without an array of their own come in {@code
 * otherCoverages}, one limit a row. Several buildings of a PROPERTY come as {@code 1.building}, {@code 2.building} …
 */
final class NowCertsCoverages {

    private static final Pattern AMOUNT = Pattern.compile("\\$?\\s*(\\d{1,3}(?:,\\d{3})+|\\d+)(?:\\.0+)?");

    private static final Map<String, String> GENERAL_LIABILITY = names(
            "limitEachOccurrence", "eachOccurrence",
            "limitDamageToRentedPremises", "damageToRentedPremises",
            "limitMedExp", "medExp",
            "limitPersonalAndAdvInjury", "personalAdvInjury",
            "limitGeneralAggregate", "generalAggregate",
            "limitProductsCompOpAggregate", "productsCompletedOpsAggregate",
            "occur", "occurrenceForm");
    private static final Map<String, String> AUTO = names(
            "limitCombinedSingle", "combinedSingleLimit",
            "limitBodilyInjuryPerPerson", "bodilyInjuryPerPerson",
            "limitBodilyInjuryPerAccident", "bodilyInjuryPerAccident",
            "limitPropertyDamage", "propertyDamage",
            "physicalDamageSymbols", "physicalDamageSymbols");
    private static final Map<String, String> AUTO_SYMBOLS =
            names("anyAuto", "1", "allOwnedAutos", "2", "scheduledAutos", "7", "hiredAutos", "8", "nonOwnedAutos", "9");
    private static final Map<String, String> UMBRELLA = names(
            "limitEachOccurrence", "eachOccurrence",
            "limitAggregate", "aggregate",
            "retentionValue", "retention",
            "followForm", "followForm",
            "claimsMade", "claimsMade");
    private static final Map<String, String> WORKERS_COMPENSATION = names(
            "limitWCStatLimits", "statutory",
            "limitEachAccident", "eachAccident",
            "limitEAEmployee", "diseaseEachEmployee",
            "limitPolicy", "diseasePolicyLimit",
            "memberExcluded", "proprietorsExcluded",
            "excludedPersons", "excludedPersons");

    private NowCertsCoverages() {}

    /** Limits by policy id, then by line code. */
    static Map<String, Map<String, Map<String, String>>> limits(List<Map<String, JsonNode>> answers) {
        Map<String, Map<String, Map<String, String>>> limits = new HashMap<>();
        answers.forEach(answer -> add(answer, limits));
        return limits;
    }

    private static void add(Map<String, JsonNode> answer, Map<String, Map<String, Map<String, String>>> limits) {
        for (JsonNode row : rows(answer, "generalLiabilityCoverages")) {
            Map<String, String> line = line(limits, row, "GL");
            copy(row, GENERAL_LIABILITY, line);
            String per = truth(row, "project") ? "PROJECT" : truth(row, "loc") ? "LOCATION" : "POLICY";
            line.put("aggregateAppliesPer", per);
        }
        for (JsonNode row : rows(answer, "automobileLiabilitiesCoverages")) {
            Map<String, String> line = line(limits, row, "AUTO");
            copy(row, AUTO, line);
            line.put("symbols", symbols(row));
        }
        for (JsonNode row : rows(answer, "excessUmbrellaLiabilitiesCoverages")) {
            copy(row, UMBRELLA, line(limits, row, "UMBRELLA"));
        }
        for (JsonNode row : rows(answer, "workerCompAndEmployersLiabilitiesCoverages")) {
            copy(row, WORKERS_COMPENSATION, line(limits, row, "WC"));
        }
        properties(rows(answer, "propertyCoverages"), limits);
        for (JsonNode row : rows(answer, "otherCoverages")) {
            String code = LineOfBusiness.code(row.path("lineOfBusinessName").asText(""));
            put(line(limits, row, code), row.path("description").asText(""), text(row, "limit"));
        }
    }

    private static void properties(List<JsonNode> rows, Map<String, Map<String, Map<String, String>>> limits) {
        Map<String, List<JsonNode>> byPolicy = new LinkedHashMap<>();
        rows.forEach(row -> byPolicy.computeIfAbsent(row.path("policyId").asText(), id -> new ArrayList<>())
                .add(row));
        byPolicy.values().forEach(buildings -> {
            for (int at = 0; at < buildings.size(); at++) {
                JsonNode row = buildings.get(at);
                String prefix = buildings.size() == 1 ? "" : (at + 1) + ".";
                Map<String, String> line = line(limits, row, "PROPERTY");
                put(line, prefix + "location", text(row, "location"));
                put(line, prefix + "description", text(row, "description"));
                put(line, prefix + "building", text(row, "limitBuilding"));
                put(line, prefix + "contents", text(row, "limitContents"));
                put(line, prefix + "deductible", text(row, "deductible"));
                put(line, prefix + "valuation", text(row, "valuation"));
                put(line, prefix + "coinsurancePercent", text(row, "coinsurancePercent"));
                put(line, prefix + "agreedValue", text(row, "agreedValue"));
                put(line, prefix + "businessIncome", text(row, "limitBusinessIncome"));
                put(line, prefix + "causesOfLoss", text(row, "causesOfLoss"));
            }
        });
    }

    private static String symbols(JsonNode row) {
        List<String> symbols = new ArrayList<>();
        AUTO_SYMBOLS.forEach((field, symbol) -> {
            if (truth(row, field)) {
                symbols.add(symbol);
            }
        });
        String others = text(row, "otherAutos");
        if (others != null) {
            symbols.add(others);
        }
        return String.join(", ", symbols);
    }

    private static void copy(JsonNode row, Map<String, String> names, Map<String, String> line) {
        names.forEach((theirs, ours) -> put(line, ours, text(row, theirs)));
    }

    private static void put(Map<String, String> line, String name, @Nullable String value) {
        if (value != null && !name.isEmpty()) {
            line.put(name, value);
        }
    }

    private static Map<String, String> line(
            Map<String, Map<String, Map<String, String>>> limits, JsonNode row, String code) {
        return limits.computeIfAbsent(row.path("policyId").asText(), id -> new LinkedHashMap<>())
                .computeIfAbsent(code, line -> new LinkedHashMap<>());
    }

    private static List<JsonNode> rows(Map<String, JsonNode> answer, String name) {
        List<JsonNode> rows = new ArrayList<>();
        JsonNode array = answer.get(name);
        if (array != null) {
            array.forEach(rows::add);
        }
        return rows;
    }

    private static boolean truth(JsonNode row, String field) {
        return "true".equalsIgnoreCase(row.path(field).asText(""));
    }

    private static @Nullable String text(JsonNode row, String field) {
        String raw = row.path(field).asText("").strip();
        if (raw.isEmpty() || raw.equals("null")) {
            return null;
        }
        if (AMOUNT.matcher(raw).matches()) {
            return raw.replaceAll("\\.0+$", "").replaceAll("[^0-9]", "");
        }
        return raw.equalsIgnoreCase("true") || raw.equalsIgnoreCase("false")
                ? Boolean.valueOf(raw).toString()
                : raw;
    }

    private static Map<String, String> names(String... theirsAndOurs) {
        Map<String, String> names = new LinkedHashMap<>();
        for (int at = 0; at < theirsAndOurs.length; at += 2) {
            names.put(theirsAndOurs[at], theirsAndOurs[at + 1]);
        }
        return names;
    }
}
