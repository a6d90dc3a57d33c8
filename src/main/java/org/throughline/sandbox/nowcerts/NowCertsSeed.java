package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.SimulatorStore.Planted;

/** The practice book in the vendor's shapes. */
@Component
@Profile("sandbox")
class NowCertsSeed implements Iterable<Planted<Kind>> {

    private static final ObjectMapper JSON = new ObjectMapper();
    static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("GL", "General Liability"),
            Map.entry("AUTO", "Commercial Auto"),
            Map.entry("UMBRELLA", "Umbrella"),
            Map.entry("WC", "Workers Compensation"),
            Map.entry("PROPERTY", "Commercial Property"),
            Map.entry("BOP", "Business Owners"),
            Map.entry("CARGO", "Motor Truck Cargo"),
            Map.entry("DO", "Directors and Officers"),
            Map.entry("EO", "Professional Liability"),
            Map.entry("HOME", "Homeowners"),
            Map.entry("PERSONAL_AUTO", "Personal Auto"),
            Map.entry("PERSONAL_UMBRELLA", "Personal Umbrella"));
    private static final Map<String, String> STATUSES = Map.of(
            "ACTIVE", "Active",
            "BOUND", "Active",
            "QUOTED", "Active",
            "RENEWING", "Renewing",
            "PENDING_CANCEL", "Pending Cancel",
            "CANCELLED", "Cancelled",
            "EXPIRED", "Expired");
    private static final Map<String, String> SYMBOL_FIELDS = Map.of(
            "1", "anyAuto", "2", "allOwnedAutos", "7", "scheduledAutos", "8", "hiredAutos", "9", "nonOwnedAutos");

    private final PracticeBook book;

    NowCertsSeed(PracticeBook book) {
        this.book = book;
    }

    @Override
    public Iterator<Planted<Kind>> iterator() {
        return rows().iterator();
    }

    /** All records. */
    List<Planted<Kind>> rows() {
        List<Planted<Kind>> rows = new ArrayList<>();
        List<Planted<Kind>> insureds = new ArrayList<>();
        Map<String, JsonNode> clients = new HashMap<>();
        for (JsonNode client : book.list("clients")) {
            clients.put(client.path("id").asText(), client);
            insureds.add(insured(client));
            for (JsonNode contact : client.path("contacts")) {
                rows.add(contact(client, contact));
            }
        }
        for (JsonNode policy : book.list("policies")) {
            JsonNode client = clients.get(policy.path("clientId").asText());
            if (client != null) {
                rows.add(policy(policy, client));
                coverages(policy, rows);
                policy.path("additionalInterests").forEach(interest -> rows.add(interest(policy, interest)));
                policy.path("certificateHolders").forEach(holder -> rows.add(holder(policy, holder)));
            }
        }
        rows.addAll(insureds);
        return rows;
    }

    /** The GUID of a client of the book; ends in the client's number, which keeps it readable. */
    static String clientId(String number) {
        return "a0000000-0000-4000-8000-0000000" + number;
    }

    static String policyId(String number) {
        return id("policy " + number);
    }

    private static String id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private Planted<Kind> insured(JsonNode client) {
        boolean commercial = commercial(client);
        JsonNode address = client.path("mailingAddress");
        JsonNode first = client.path("contacts").path(0);
        ObjectNode row = JSON.createObjectNode();
        String id = clientId(client.path("id").asText());
        row.put("id", id);
        names(row, client, "commercialName", "firstName", "lastName");
        String[] people = people(client);
        row.put("coInsured_FirstName", commercial || people.length < 2 ? null : firstName(people[1]));
        row.put("coInsured_LastName", commercial || people.length < 2 ? null : lastName(people[1]));
        row.put("type", client.path("policies").isEmpty() ? "Prospect" : "Insured");
        row.put("insuredType", commercial ? "Commercial" : "Personal");
        row.put("dba", client.path("dba").asText(null));
        row.put("addressLine1", address.path("line1").asText());
        row.putNull("addressLine2");
        row.put("city", address.path("city").asText());
        row.put("state", address.path("state").asText());
        row.put("zipCode", address.path("postalCode").asText());
        row.put("eMail", first.path("email").asText(null));
        row.put("phone", first.path("phone").asText(null));
        row.putNull("cellPhone");
        row.put("fein", client.path("fein").asText(null));
        row.put("customerId", client.path("id").asText());
        row.put("active", client.path("status").asText().equals("ACTIVE"));
        row.put("createDate", iso(book.day(client, "clientSince")));
        row.put("changeDate", iso(book.today().minusDays(1)));
        return new Planted<>(Kind.INSURED, id, row);
    }

    private static boolean commercial(JsonNode client) {
        return client.path("kind").asText().equals("COMMERCIAL");
    }

    private static String[] people(JsonNode client) {
        return client.path("legalName").asText().split(" and ", 2);
    }

    private static void names(ObjectNode row, JsonNode client, String company, String first, String last) {
        boolean commercial = commercial(client);
        String person = people(client)[0];
        row.put(company, commercial ? client.path("legalName").asText() : null);
        row.put(first, commercial ? null : firstName(person));
        row.put(last, commercial ? null : lastName(person));
    }

    private static String firstName(String person) {
        int space = person.indexOf(' ');
        return space < 0 ? person : person.substring(0, space);
    }

    private static String lastName(String person) {
        int space = person.indexOf(' ');
        return space < 0 ? "" : person.substring(space + 1);
    }

    private Planted<Kind> contact(JsonNode client, JsonNode contact) {
        boolean commercial = commercial(client);
        String name = contact.path("name").asText();
        String role = contact.path("role").asText("");
        String id = id("contact " + client.path("id").asText() + " " + name);
        ObjectNode row = JSON.createObjectNode();
        row.put("databaseId", id);
        row.put("insuredDatabaseId", clientId(client.path("id").asText()));
        row.put("firstName", firstName(name));
        row.put("lastName", lastName(name));
        row.put("type", contactType(role));
        row.put("description", contact.path("authorized").asBoolean() ? "Authorized - " + role : role);
        row.put("businessEmail", commercial ? contact.path("email").asText(null) : null);
        row.put("personalEmail", commercial ? null : contact.path("email").asText(null));
        row.put("officePhone", commercial ? contact.path("phone").asText(null) : null);
        row.put("cellPhone", commercial ? null : contact.path("phone").asText(null));
        row.putNull("homePhone");
        row.put("changeDate", iso(book.today().minusDays(1)));
        return new Planted<>(Kind.CONTACT, id, row);
    }

    private static String contactType(String role) {
        if (role.startsWith("Office")) {
            return "Office_Manager";
        }
        return role.startsWith("Owner") ? "Owner" : "Contact";
    }

    private Planted<Kind> policy(JsonNode policy, JsonNode client) {
        String status = policy.path("status").asText();
        boolean surplus = policy.path("marketType").asText().equals("SURPLUS_LINES");
        String id = policyId(policy.path("number").asText());
        LocalDate effective = book.day(policy, "effective");
        ObjectNode row = JSON.createObjectNode();
        row.put("databaseId", id);
        row.put("number", policy.path("number").asText());
        row.put("isQuote", status.equals("QUOTED"));
        row.put("effectiveDate", iso(effective));
        row.put("expirationDate", iso(book.day(policy, "expires")));
        row.put("bindDate", status.equals("QUOTED") ? null : iso(effective));
        row.put("businessType", "Renewal");
        row.put("businessSubType", surplus ? "Surplus_Lines" : "Standard");
        row.put("description", description(policy, client));
        row.put(
                "billingType",
                policy.path("billing").path("method").asText().equals("AGENCY")
                        ? "Agency_Bill_100"
                        : "Direct_Bill_100");
        row.put("insuredDatabaseId", clientId(client.path("id").asText()));
        row.put("insuredEmail", client.path("contacts").path(0).path("email").asText(null));
        names(row, client, "insuredCommercialName", "insuredFirstName", "insuredLastName");
        row.put("insuredType", commercial(client) ? "Commercial" : "Personal");
        row.put("carrierName", policy.path("writingCompany").asText());
        row.put("carrierNAIC", policy.path("naic").asText());
        row.put("mgaName", policy.path("wholesaler").asText(null));
        row.put("totalPremium", new BigDecimal(policy.path("premium").asText("0")));
        row.put("status", STATUSES.getOrDefault(status, "Active"));
        row.put("active", !status.equals("CANCELLED") && !status.equals("EXPIRED"));
        row.put("cancellationDate", cancellation(policy));
        row.put("origin", "Downloads");
        row.put("policyTerm", 12);
        row.put("policyTermFormatted", "12 months");
        row.put("createDate", iso(effective.minusDays(20)));
        row.put("changeDate", iso(book.today().minusDays(1)));
        policy.path("lines")
                .forEach(line ->
                        row.withArray("_linesOfBusiness").add(LINES.getOrDefault(line.asText(), line.asText())));
        return new Planted<>(Kind.POLICY, id, row);
    }

    private @Nullable String cancellation(JsonNode policy) {
        for (JsonNode hard : policy.path("hardDates")) {
            String what = hard.path("what").asText();
            if (what.equals("CANCELLATION_EFFECTIVE") || what.equals("CANCELLED")) {
                return iso(book.today().plusDays(hard.path("inDays").asLong()));
            }
        }
        return null;
    }

    /** The agency's own convention for what the vendor has no field for: one fact a line. */
    private static String description(JsonNode policy, JsonNode client) {
        List<String> lines = new ArrayList<>();
        lines.add("States: " + joined(policy.path("states"), ", "));
        String named = policy.path("namedInsured").asText();
        if (!named.equals(client.path("legalName").asText())) {
            lines.add("Named insured: " + named);
        }
        for (JsonNode form : policy.path("forms")) {
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
            lines.add(line.toString());
        }
        return String.join("\n", lines);
    }

    private static void coverages(JsonNode policy, List<Planted<Kind>> rows) {
        policy.path("limits").properties().forEach(line -> {
            JsonNode limits = line.getValue();
            switch (line.getKey()) {
                case "GL" -> rows.add(generalLiability(policy, limits));
                case "AUTO" -> rows.add(auto(policy, limits));
                case "UMBRELLA" -> rows.add(umbrella(policy, limits));
                case "WC" -> rows.add(workersCompensation(policy, limits));
                case "PROPERTY" -> limits.forEach(building -> rows.add(property(policy, building, rows.size())));
                default ->
                    flat(limits).forEach((name, value) -> {
                        ObjectNode row = coverage(policy, "otherCoverages", line.getKey(), rows.size());
                        row.put("description", name);
                        row.put("limit", value);
                        rows.add(planted(row));
                    });
            }
        });
    }

    private static Planted<Kind> generalLiability(JsonNode policy, JsonNode limits) {
        ObjectNode row = coverage(policy, "generalLiabilityCoverages", "GL", 0);
        boolean occurrence = limits.path("occurrenceForm").asBoolean();
        row.put("commercialGeneralLiability", true);
        row.put("occur", occurrence);
        row.put("claimsMade", !occurrence);
        String per = limits.path("aggregateAppliesPer").asText();
        row.put("policy", per.equals("POLICY"));
        row.put("project", per.equals("PROJECT"));
        row.put("loc", per.equals("LOCATION"));
        row.put("limitEachOccurrence", amount(limits.path("eachOccurrence")));
        row.put("limitDamageToRentedPremises", amount(limits.path("damageToRentedPremises")));
        row.put("limitMedExp", amount(limits.path("medExp")));
        row.put("limitPersonalAndAdvInjury", amount(limits.path("personalAdvInjury")));
        row.put("limitGeneralAggregate", amount(limits.path("generalAggregate")));
        row.put("limitProductsCompOpAggregate", amount(limits.path("productsCompletedOpsAggregate")));
        return planted(row);
    }

    private static Planted<Kind> auto(JsonNode policy, JsonNode limits) {
        ObjectNode row = coverage(policy, "automobileLiabilitiesCoverages", "AUTO", 0);
        row.put("limitCombinedSingle", amount(limits.path("combinedSingleLimit")));
        JsonNode split = limits.path("split");
        row.put("limitBodilyInjuryPerPerson", amount(split.path("bodilyInjuryPerPerson")));
        row.put("limitBodilyInjuryPerAccident", amount(split.path("bodilyInjuryPerAccident")));
        row.put("limitPropertyDamage", amount(split.path("propertyDamage")));
        SYMBOL_FIELDS.values().forEach(field -> row.put(field, false));
        List<String> others = new ArrayList<>();
        for (JsonNode symbol : limits.path("symbols")) {
            String field = SYMBOL_FIELDS.get(symbol.asText());
            if (field == null) {
                others.add(symbol.asText());
            } else {
                row.put(field, true);
            }
        }
        row.put("otherAutos", String.join(", ", others));
        row.put("physicalDamageSymbols", joined(limits.path("physicalDamageSymbols"), ", "));
        return planted(row);
    }

    private static Planted<Kind> umbrella(JsonNode policy, JsonNode limits) {
        ObjectNode row = coverage(policy, "excessUmbrellaLiabilitiesCoverages", "UMBRELLA", 0);
        row.put("limitEachOccurrence", amount(limits.path("eachOccurrence")));
        row.put("limitAggregate", amount(limits.path("aggregate")));
        row.put("retention", limits.hasNonNull("retention"));
        row.put("retentionValue", amount(limits.path("retention")));
        row.put("followForm", limits.path("followForm").asText());
        row.put("umbrellaLiability", true);
        row.put("occur", !limits.path("claimsMade").asBoolean());
        row.put("claimsMade", limits.path("claimsMade").asBoolean());
        return planted(row);
    }

    private static Planted<Kind> workersCompensation(JsonNode policy, JsonNode limits) {
        ObjectNode row = coverage(policy, "workerCompAndEmployersLiabilitiesCoverages", "WC", 0);
        row.put("limitWCStatLimits", limits.path("statutory").asBoolean());
        row.put("limitEachAccident", amount(limits.path("eachAccident")));
        row.put("limitEAEmployee", amount(limits.path("diseaseEachEmployee")));
        row.put("limitPolicy", amount(limits.path("diseasePolicyLimit")));
        row.put("memberExcluded", limits.path("proprietorsExcluded").asBoolean());
        row.put("excludedPersons", joined(limits.path("excludedPersons"), "; "));
        return planted(row);
    }

    private static Planted<Kind> property(JsonNode policy, JsonNode building, int position) {
        ObjectNode row = coverage(policy, "propertyCoverages", "PROPERTY", position);
        row.put("location", building.path("location").asText(""));
        row.put("description", building.path("description").asText(""));
        row.put("limitBuilding", amount(building.path("building")));
        row.put("limitContents", amount(building.path("contents")));
        row.put("limitBusinessIncome", amount(building.path("businessIncome")));
        row.put("deductible", amount(building.path("deductible")));
        row.put("valuation", building.path("valuation").asText(""));
        row.put("coinsurancePercent", building.path("coinsurancePercent").asText(""));
        row.put("agreedValue", building.path("agreedValue").asText(""));
        row.put("causesOfLoss", building.path("causesOfLoss").asText(""));
        return planted(row);
    }

    private static ObjectNode coverage(JsonNode policy, String array, String line, int position) {
        String number = policy.path("number").asText();
        ObjectNode row = JSON.createObjectNode();
        row.put("databaseId", id("coverage " + number + " " + array + " " + line + " " + position));
        row.put("policyId", policyId(number));
        row.put("lineOfBusinessId", id("line " + number + " " + line));
        row.put("lineOfBusinessName", LINES.getOrDefault(line, line));
        row.put("_array", array);
        return row;
    }

    private static Planted<Kind> planted(ObjectNode coverage) {
        return new Planted<>(Kind.COVERAGE, coverage.path("databaseId").asText(), coverage);
    }

    private static Map<String, String> flat(JsonNode limits) {
        Map<String, String> flat = new LinkedHashMap<>();
        limits.properties().forEach(limit -> {
            JsonNode value = limit.getValue();
            if (value.isObject()) {
                String prefix = limit.getKey().equals("split") ? "" : limit.getKey() + ".";
                value.properties().forEach(part -> flat.put(prefix + part.getKey(), amount(part.getValue())));
            } else if (!value.isNull()) {
                flat.put(limit.getKey(), amount(value));
            }
        });
        return flat;
    }

    private static Planted<Kind> interest(JsonNode policy, JsonNode interest) {
        String type = interest.path("type").asText();
        String id = id("interest " + policy.path("number").asText() + " " + interest);
        ObjectNode row = JSON.createObjectNode();
        row.put("databaseId", id);
        row.putArray("policies")
                .addObject()
                .put("databaseId", policyId(policy.path("number").asText()))
                .put("number", policy.path("number").asText());
        row.put("insuredDatabaseId", clientId(policy.path("clientId").asText()));
        row.put("certificateHolderName", interest.path("name").asText());
        row.put("addressLine1", interest.path("address").asText(""));
        row.put("additionalInsured", type.equals("ADDITIONAL_INSURED"));
        row.put("mortgagee", type.equals("MORTGAGEE"));
        row.put("lossPayee", type.equals("LOSS_PAYEE"));
        row.put("lienholder", type.equals("LIENHOLDER"));
        row.put("loanNumber", interest.path("loanNumber").asText(null));
        row.put("description", interest.path("item").asText(null));
        row.put("active", true);
        return new Planted<>(Kind.INTEREST, id, row);
    }

    private Planted<Kind> holder(JsonNode policy, JsonNode holder) {
        String id = id("holder " + policy.path("number").asText() + " "
                + holder.path("name").asText());
        ObjectNode row = JSON.createObjectNode();
        row.put("databaseId", id);
        row.put("insuredDatabaseId", clientId(policy.path("clientId").asText()));
        row.put("name", holder.path("name").asText());
        row.put("addressLine1", holder.path("address").asText(""));
        row.put("eMail", holder.path("deliverTo").asText(""));
        row.put("changeDate", iso(book.today().minusDays(1)));
        return new Planted<>(Kind.HOLDER, id, row);
    }

    private String iso(LocalDate day) {
        return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(
                day.atStartOfDay(book.zone()).toOffsetDateTime());
    }

    private static String amount(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "";
        }
        return value.isIntegralNumber() ? String.format(Locale.US, "%,d", value.asLong()) : value.asText();
    }

    private static String joined(JsonNode values, String separator) {
        List<String> texts = new ArrayList<>();
        values.forEach(value -> texts.add(value.asText()));
        return String.join(separator, texts);
    }
}
