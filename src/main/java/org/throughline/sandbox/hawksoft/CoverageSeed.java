package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Limits of the practice book as the vendor has them: strings, on the policy, on each vehicle and on each building. Terms
 * that the vendor has no field for stand in brackets behind the description.
 */
final class CoverageSeed {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final String policy;
    private final ArrayNode coverages;
    private final ArrayNode autos;
    private final ArrayNode locations;

    private CoverageSeed(JsonNode policy, ObjectNode row) {
        this.policy = policy.path("number").asText();
        this.coverages = row.putArray("coverages");
        this.autos = row.putArray("autos");
        this.locations = row.putArray("locations");
    }

    static void add(JsonNode policy, ObjectNode row) {
        CoverageSeed seed = new CoverageSeed(policy, row);
        policy.path("vehicles").forEach(seed::auto);
        policy.path("limits").properties().forEach(line -> seed.line(line.getKey(), line.getValue()));
    }

    private void line(String code, JsonNode limits) {
        switch (code) {
            case "GL" -> generalLiability(limits);
            case "AUTO" -> auto(limits, "AUTO");
            case "PERSONAL_AUTO" -> auto(limits, "PERSONAL_AUTO");
            case "UMBRELLA" -> {
                String form = limits.path("followForm").asBoolean() ? "follow form" : "own form";
                add(
                        "EAOCC",
                        "Each occurrence (" + basis(!limits.path("claimsMade").asBoolean()) + ", " + form + ")",
                        amount(limits, "eachOccurrence"),
                        amount(limits, "retention"));
                add("AGGRG", "Aggregate", amount(limits, "aggregate"), "");
            }
            case "PERSONAL_UMBRELLA" ->
                add("EAOCC", "Each occurrence", amount(limits, "eachOccurrence"), amount(limits, "retention"));
            case "WC" -> workersCompensation(limits);
            case "EO", "DO" -> {
                add(
                        "EACLM",
                        "Each claim (" + basis(!limits.path("claimsMade").asBoolean()) + ")",
                        amount(limits, "eachClaim"),
                        amount(limits, "retention"));
                add("AGGRG", "Aggregate", amount(limits, "aggregate"), "");
            }
            case "CARGO" -> {
                add("CRGVH", "Cargo, each vehicle", amount(limits, "perVehicle"), amount(limits, "deductible"));
                add("CRGCT", "Cargo, catastrophe", amount(limits, "catastrophe"), "");
            }
            case "PROPERTY" -> limits.forEach(this::building);
            case "HOME" -> home(limits);
            default -> throw new IllegalStateException("The practice book has limits of a new line " + code);
        }
    }

    private static String basis(boolean occurrence) {
        return occurrence ? "occurrence form" : "claims made";
    }

    private void generalLiability(JsonNode limits) {
        String basis = basis(limits.path("occurrenceForm").asBoolean());
        String per = limits.path("aggregateAppliesPer").asText("policy").toLowerCase(Locale.ROOT);
        add("EAOCC", "Each occurrence (" + basis + ")", amount(limits, "eachOccurrence"), "");
        add("FIRDM", "Damage to rented premises", amount(limits, "damageToRentedPremises"), "");
        add("MEDEX", "Medical expense", amount(limits, "medExp"), "");
        add("PIADV", "Personal and advertising injury", amount(limits, "personalAdvInjury"), "");
        add("GENAG", "General aggregate (per " + per + ")", amount(limits, "generalAggregate"), "");
        add("PRDCO", "Products and completed operations", amount(limits, "productsCompletedOpsAggregate"), "");
    }

    private void auto(JsonNode limits, String line) {
        JsonNode split = limits.path("split");
        if (limits.hasNonNull("combinedSingleLimit")) {
            add(
                    "CSL",
                    "Combined single limit" + symbols(limits.path("symbols")),
                    amount(limits, "combinedSingleLimit"),
                    "");
        }
        if (split.isObject()) {
            add(
                    "BI",
                    "Bodily injury" + symbols(limits.path("symbols")),
                    amount(split, "bodilyInjuryPerPerson") + "/" + amount(split, "bodilyInjuryPerAccident"),
                    "");
            add("PD", "Property damage", amount(split, "propertyDamage"), "");
        }
        if (limits.hasNonNull("umUim")) {
            add("UM", "Uninsured motorists", limits.path("umUim").asText(), "");
        }
        if (line.equals("AUTO")) {
            add("PHYSD", "Physical damage" + symbols(limits.path("physicalDamageSymbols")), "", "");
            return;
        }
        add("MEDPM", "Medical payments", amount(limits, "medicalPayments"), "");
        JsonNode rental = limits.path("rentalReimbursement");
        if (rental.isObject()) {
            add("RREIM", "Rental reimbursement", amount(rental, "perDay") + "/" + amount(rental, "maximum"), "");
        }
        for (JsonNode auto : autos) {
            ArrayNode own = ((ObjectNode) auto).withArray("coverages");
            own.add(row("COMP", "Comprehensive", "", amount(limits, "comprehensiveDeductible"), 0));
            own.add(row("COLL", "Collision", "", amount(limits, "collisionDeductible"), 0));
        }
    }

    private static String symbols(JsonNode symbols) {
        List<String> texts = new ArrayList<>();
        symbols.forEach(symbol -> texts.add(symbol.asText()));
        return texts.isEmpty() ? "" : " (symbols " + String.join(" ", texts) + ")";
    }

    private void workersCompensation(JsonNode limits) {
        List<String> persons = new ArrayList<>();
        limits.path("excludedPersons").forEach(person -> persons.add(person.asText()));
        add("WCSTA", "Statutory", limits.path("statutory").asBoolean() ? "Yes" : "No", "");
        add("ELEAC", "Each accident", amount(limits, "eachAccident"), "");
        add("ELDEE", "Disease, each employee", amount(limits, "diseaseEachEmployee"), "");
        add("ELDPL", "Disease, policy limit", amount(limits, "diseasePolicyLimit"), "");
        add(
                "WCEXC",
                "Excluded persons" + (persons.isEmpty() ? "" : " (" + String.join("; ", persons) + ")"),
                limits.path("proprietorsExcluded").asBoolean() ? "Yes" : "No",
                "");
    }

    private void building(JsonNode building) {
        List<String> terms = new ArrayList<>();
        if (building.hasNonNull("valuation")) {
            terms.add(
                    building.path("valuation").asText().toLowerCase(Locale.ROOT).replace('_', ' '));
        }
        if (building.hasNonNull("causesOfLoss")) {
            terms.add(building.path("causesOfLoss").asText().toLowerCase(Locale.ROOT) + " causes of loss");
        }
        terms.add(building.path("agreedValue").asBoolean() ? "agreed value" : "no agreed value");
        ArrayNode own = location(building).putArray("coverages");
        amounts(own, building, "BLDG", "Building", "building");
        amounts(own, building, "BPP", "Business personal property", "contents");
        amounts(own, building, "BUSIN", "Business income", "businessIncome");
        own.add(row(
                "PRDED",
                "Deductible (" + String.join(", ", terms) + ")",
                "",
                amount(building, "deductible"),
                building.path("coinsurancePercent").asInt()));
    }

    private void amounts(ArrayNode own, JsonNode from, String code, String description, String name) {
        if (from.hasNonNull(name)) {
            own.add(row(code, description, amount(from, name), "", 0));
        }
    }

    private void home(JsonNode home) {
        ObjectNode location = location(home);
        location.put("yearBuilt", home.path("yearBuilt").asInt());
        location.put("occupancy", home.path("occupancy").asText());
        ArrayNode own = location.putArray("coverages");
        String valuation =
                home.path("valuation").asText().toLowerCase(Locale.ROOT).replace('_', ' ');
        own.add(row(
                "DWELL",
                "Dwelling (" + valuation + ")",
                amount(home, "dwelling"),
                amount(home, "deductible"),
                home.path("extendedReplacementPercent").asInt()));
        amounts(own, home, "OS", "Other structures", "otherStructures");
        amounts(own, home, "PP", "Personal property", "contents");
        amounts(own, home, "LOU", "Loss of use", "lossOfUse");
        amounts(own, home, "PL", "Personal liability", "personalLiability");
        amounts(own, home, "MEDPM", "Medical payments", "medicalPayments");
        if (home.hasNonNull("windHailOrHurricaneDeductible")) {
            own.add(row(
                    "WINDH",
                    "Wind or hail",
                    "",
                    home.path("windHailOrHurricaneDeductible").asText(),
                    0));
        }
    }

    private ObjectNode location(JsonNode insured) {
        ObjectNode location = locations.addObject();
        location.put("id", SeedIds.of("location " + policy + " " + locations.size()));
        location.put("number", locations.size());
        location.put("description", insured.path("description").asText(null));
        location.set("address", SeedPlaces.place(insured.path("location").asText("")));
        return location;
    }

    private void auto(JsonNode vehicle) {
        autos.addObject()
                .put(
                        "id",
                        SeedIds.of("auto " + policy + " " + vehicle.path("vin").asText()))
                .put("year", vehicle.path("year").asText())
                .put("make", vehicle.path("make").asText())
                .put("model", vehicle.path("model").asText())
                .put("vin", vehicle.path("vin").asText())
                .putArray("coverages");
    }

    private void add(String code, String description, String limits, String deductibles) {
        coverages.add(row(code, description, limits, deductibles, 0));
    }

    private ObjectNode row(String code, String description, String limits, String deductibles, int percent) {
        return JSON.createObjectNode()
                .put("id", SeedIds.of("coverage " + policy + " " + code + " " + locations.size()))
                .put("code", code)
                .put("description", description)
                .put("displayOrder", coverages.size() + 1)
                .put("limits", limits)
                .put("deductibles", deductibles)
                .put("premium", 0)
                .put("percent", percent);
    }

    private static String amount(JsonNode limits, String name) {
        JsonNode value = limits.path(name);
        return value.isIntegralNumber() ? String.valueOf(value.asLong()) : value.asText("");
    }
}
