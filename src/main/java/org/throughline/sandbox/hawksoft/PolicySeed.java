package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;
import org.throughline.sandbox.PracticeBook;

/** A policy of the practice book in the vendor's shape. */
final class PolicySeed {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, Line> LINES = Map.ofEntries(
            Map.entry("GL", new Line("CGL", "General Liability", "General")),
            Map.entry("AUTO", new Line("AUTOB", "Business Auto", "Auto")),
            Map.entry("UMBRELLA", new Line("UMBRC", "Commercial Umbrella", "Umbrella")),
            Map.entry("WC", new Line("WORK", "Workers Compensation", "WorkersComp")),
            Map.entry("PROPERTY", new Line("PROPC", "Commercial Property", "Property")),
            Map.entry("BOP", new Line("BOP", "Business Owners", "Package")),
            Map.entry("CARGO", new Line("INMRC", "Motor Truck Cargo", "InlandMarine")),
            Map.entry("DO", new Line("DO", "Directors and Officers", "Professional")),
            Map.entry("EO", new Line("EO", "Professional Liability", "Professional")),
            Map.entry("HOME", new Line("HOME", "Homeowners", "Home")),
            Map.entry("PERSONAL_AUTO", new Line("AUTOP", "Personal Auto", "Auto")),
            Map.entry("PERSONAL_UMBRELLA", new Line("UMBRP", "Personal Umbrella", "Umbrella")));
    private static final Map<String, String> STATUSES = Map.of(
            "ACTIVE", "Active",
            "BOUND", "Active",
            "QUOTED", "Quote",
            "RENEWING", "Renewing",
            "PENDING_CANCEL", "PendingCancel",
            "CANCELLED", "Cancelled",
            "EXPIRED", "Expired");
    private static final Map<String, String> INTERESTS = Map.of(
            "MORTGAGEE", "Mortgagee (MG)",
            "LIENHOLDER", "Lienholder (LH)",
            "LOSS_PAYEE", "Loss Payee (LP)",
            "ADDITIONAL_INSURED", "Additional Insured (AN)");

    private final PracticeBook book;

    PolicySeed(PracticeBook book) {
        this.book = book;
    }

    private record Line(String code, String name, String type) {}

    ObjectNode policy(JsonNode policy, JsonNode client, int index) {
        String number = policy.path("number").asText();
        String status = STATUSES.getOrDefault(policy.path("status").asText(), "Active");
        LocalDate effective = book.day(policy, "effective");
        LocalDate expiration = book.day(policy, "expires");
        LocalDate cancellation = cancellation(policy);
        List<Line> lines = StreamSupport.stream(policy.path("lines").spliterator(), false)
                .map(line -> LINES.getOrDefault(line.asText(), new Line(line.asText(), line.asText(), "Other")))
                .toList();
        BigDecimal premium = new BigDecimal(policy.path("premium").asText("0"));
        boolean commercial = client.path("kind").asText().equals("COMMERCIAL");
        ObjectNode row = JSON.createObjectNode();
        row.put("id", SeedIds.of("policy " + number));
        row.putNull("legacyId");
        row.put("policyIndex", index);
        row.put("policyNumber", number);
        row.put("carrier", carrier(policy.path("carrier").asText()));
        row.put("writingCarrier", policy.path("writingCompany").asText());
        row.put("naic", policy.path("naic").asText());
        row.put("applicationType", commercial ? "Commercial" : "Personal");
        row.put("title", lines.size() > 1 ? "CPKGE" : lines.get(0).code());
        row.put("type", lines.size() > 1 ? "Package" : lines.get(0).type());
        ArrayNode loBs = row.putArray("loBs");
        lines.forEach(line -> loBs.addObject().put("code", line.code()).put("name", line.name()));
        row.put("program", policy.path("marketType").asText().equals("SURPLUS_LINES") ? "Surplus Lines" : "");
        row.put("term", ChronoUnit.MONTHS.between(effective, expiration.plusDays(3)) + "M");
        row.put("effectiveDate", LocalTimes.written(effective));
        row.put("expirationDate", LocalTimes.written(expiration));
        row.put("inceptionDate", LocalTimes.written(effective));
        row.put("soldDate", status.equals("Quote") ? null : LocalTimes.written(effective.minusDays(20)));
        row.put("status", status);
        row.put("statusDate", LocalTimes.written(cancellation == null ? effective : cancellation));
        row.put("subStatus", cancellation != null && status.equals("Active") ? "Pending Cancel" : "");
        row.put("premium", status.equals("Quote") ? null : premium);
        row.put("premiumMode", "Actual");
        row.put("quotedPremium", status.equals("Quote") ? premium : null);
        row.put(
                "billingType",
                policy.path("billing").path("method").asText().equals("AGENCY") ? "Agency Bill" : "Direct");
        row.put("billingPlan", "");
        row.put("paymentPlan", policy.path("billing").path("plan").asText());
        row.put("agent1", client.path("owner").asText());
        row.put("agent2", "");
        row.put("agent3", "");
        row.put("agentCode", "");
        row.put("accountNumber", client.path("id").asText());
        row.put("officeId", 1);
        row.put("policyState", policy.path("states").path(0).asText(""));
        row.put("source", "");
        row.put("note", note(policy, client));
        row.put("numberOfTerms", 1);
        row.put("raterCode", 0);
        row.put("modified", LocalTimes.written(book.today().minusDays(1)));
        CoverageSeed.add(policy, row);
        row.putArray("drivers");
        policy.path("drivers").forEach(driver -> row.withArray("drivers").add(driver(number, driver)));
        row.putArray("boats");
        row.putArray("boatOperators");
        row.putArray("locationReferences");
        row.putArray("additionalInterests");
        for (JsonNode interest : policy.path("additionalInterests")) {
            ArrayNode interests = row.withArray("additionalInterests");
            interests.add(interest(row, interest, interests.size()));
        }
        return row;
    }

    private String carrier(String code) {
        for (JsonNode carrier : book.list("carriers")) {
            if (carrier.path("code").asText().equals(code)) {
                return carrier.path("name").asText();
            }
        }
        return code;
    }

    private @Nullable LocalDate cancellation(JsonNode policy) {
        for (JsonNode hard : policy.path("hardDates")) {
            String what = hard.path("what").asText();
            if (what.equals("CANCELLATION_EFFECTIVE") || what.equals("CANCELLED")) {
                return book.today().plusDays(hard.path("inDays").asLong());
            }
        }
        return null;
    }

    /** The agency's own convention for what the vendor has no field for: one fact a line. */
    private static String note(JsonNode policy, JsonNode client) {
        List<String> lines = new ArrayList<>();
        if (policy.path("states").size() > 1) {
            lines.add("States: " + joined(policy.path("states"), ", "));
        }
        String named = policy.path("namedInsured").asText();
        if (!named.equals(client.path("legalName").asText())) {
            lines.add("Named insured: " + named);
        }
        policy.path("forms").forEach(form -> lines.add(form(form)));
        return String.join("\n", lines);
    }

    private static String form(JsonNode form) {
        StringBuilder line = new StringBuilder(form.path("form").asText());
        line.append(' ').append(form.path("edition").asText());
        if (form.path("blanket").asBoolean()) {
            line.append(" blanket");
        } else if (form.path("scheduled").asBoolean()) {
            line.append(" scheduled");
        }
        line.append(" | ").append(form.path("line").asText());
        line.append(" | ").append(form.path("effect").asText());
        if (form.path("requiresWrittenContract").asBoolean()) {
            line.append(" | written contract");
        }
        if (!form.path("scheduledParties").isEmpty()) {
            line.append(" | parties: ").append(joined(form.path("scheduledParties"), "; "));
        }
        return line.toString();
    }

    private static ObjectNode driver(String policyNumber, JsonNode driver) {
        String name = driver.path("name").asText();
        int space = name.indexOf(' ');
        return JSON.createObjectNode()
                .put("id", SeedIds.of("driver " + policyNumber + " " + name))
                .put("firstName", space < 0 ? name : name.substring(0, space))
                .put("lastName", space < 0 ? "" : name.substring(space + 1))
                .put("licenseState", driver.path("licenseState").asText(""));
    }

    /** An interest in one vehicle or building names that as its parent, any other the policy. */
    private static ObjectNode interest(ObjectNode policy, JsonNode interest, int rank) {
        String item = interest.path("item").asText("");
        Optional<JsonNode> auto = item.isEmpty()
                ? Optional.empty()
                : StreamSupport.stream(policy.path("autos").spliterator(), false)
                        .filter(each -> item.equals(each.path("year").asText() + " "
                                + each.path("make").asText() + " "
                                + each.path("model").asText()))
                        .findFirst();
        Optional<JsonNode> location = item.isEmpty()
                ? Optional.empty()
                : StreamSupport.stream(policy.path("locations").spliterator(), false)
                        .filter(each ->
                                each.path("address").path("address1").asText().equals(item))
                        .findFirst();
        String parentType = auto.isPresent() ? "Auto" : location.isPresent() ? "Location" : "Policy";
        ObjectNode row = JSON.createObjectNode();
        row.put("id", SeedIds.of("interest " + policy.path("policyNumber").asText() + " " + rank));
        row.putNull("legacyId");
        row.put("parentType", parentType);
        row.put("parentId", auto.or(() -> location).orElse(policy).path("id").asText());
        row.put("type", INTERESTS.getOrDefault(interest.path("type").asText(), "Additional Interest (AI)"));
        row.put("rank", rank + 1);
        row.put("name", interest.path("name").asText());
        row.set("address", SeedPlaces.place(interest.path("address").asText("")));
        row.put("phone", "");
        row.put("fax", "");
        row.put("loanNumber", interest.path("loanNumber").asText(null));
        row.put("isPayor", false);
        return row;
    }

    private static String joined(JsonNode values, String separator) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(separator, texts);
    }
}
