package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.SimulatorStore.Planted;

/**
 * The practice book in the vendor's shapes. What Epic has no documented place for stays out (limits, forms, further
 * parties); a DBA stands in the account's name, surplus lines, another named insured and further states in the policy's
 * description, and who may ask in the client's name in the contact's.
 */
@Component
@Profile("sandbox")
class EpicSeed implements Iterable<Planted<Kind>> {

    private static final BigDecimal COMMISSION = new BigDecimal("0.12");

    private final PracticeBook book;
    private final EpicDirectory directory;

    EpicSeed(PracticeBook book, EpicDirectory directory) {
        this.book = book;
        this.directory = directory;
    }

    @Override
    public Iterator<Planted<Kind>> iterator() {
        List<Planted<Kind>> rows = new ArrayList<>();
        Map<String, JsonNode> clients = new HashMap<>();
        for (JsonNode client : book.list("clients")) {
            clients.put(client.path("id").asText(), client);
            rows.add(client(client));
            client.path("contacts").forEach(contact -> rows.add(contact(client, contact)));
        }
        for (JsonNode policy : book.list("policies")) {
            JsonNode client = clients.get(policy.path("clientId").asText());
            if (client != null) {
                rows.add(policy(policy, client));
                policy.path("lines").forEach(line -> rows.add(line(policy, client, line.asText())));
            }
        }
        return rows.iterator();
    }

    /** The id of a client of the book; ends in the client's number, which keeps it readable. */
    static String clientId(String number) {
        return "e0000000-0000-4000-8000-0000000" + number;
    }

    static String policyId(String number) {
        return EpicHal.id("policy " + number);
    }

    private static boolean commercial(JsonNode client) {
        return client.path("kind").asText().equals("COMMERCIAL");
    }

    private Planted<Kind> client(JsonNode client) {
        String number = client.path("id").asText();
        String name = client.path("legalName").asText();
        String dba = client.path("dba").asText("");
        JsonNode address = client.path("mailingAddress");
        ObjectNode row = EpicHal.JSON.createObjectNode();
        row.put("id", clientId(number));
        row.put("name", dba.isEmpty() || dba.equals("null") || name.contains(" dba ") ? name : name + " dba " + dba);
        row.put(
                "lookupCode",
                name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z]", "").substring(0, 4) + "-" + number);
        row.put("type", client.path("policies").isEmpty() ? "PROSPECT" : "INSURED");
        row.put("active", client.path("status").asText().equals("ACTIVE"));
        row.put("individualOrBusiness", commercial(client) ? "BUSINESS" : "INDIVIDUAL");
        row.putArray("businessTypes").add(commercial(client) ? "COMMERCIAL" : "PERSONAL");
        ObjectNode place = row.putObject("address");
        place.putArray("streets").add(address.path("line1").asText());
        place.put("city", address.path("city").asText());
        place.put("stateOrProvince", address.path("state").asText());
        place.put("zipOrPostalCode", address.path("postalCode").asText());
        place.put("countryCode", "USA");
        row.putArray("organizations").add(organization(client));
        row.put("_tier", client.path("tier").asText());
        return new Planted<>(Kind.CLIENT, clientId(number), row);
    }

    private String organization(JsonNode client) {
        return EpicDirectory.organizationId(
                directory.branchId(client.path("branch").asText()), commercial(client) ? "COM" : "PER");
    }

    private static Planted<Kind> contact(JsonNode client, JsonNode contact) {
        String number = client.path("id").asText();
        String name = contact.path("name").asText();
        String role = contact.path("role").asText("");
        String id = EpicHal.id("contact " + number + " " + name);
        int space = name.indexOf(' ');
        ObjectNode row = EpicHal.JSON.createObjectNode();
        row.put("id", id);
        row.put("account", clientId(number));
        row.put("individualOrBusiness", "INDIVIDUAL");
        row.put("firstName", space < 0 ? name : name.substring(0, space));
        row.put("lastName", space < 0 ? "" : name.substring(space + 1));
        row.put("description", contact.path("authorized").asBoolean() ? "Authorized - " + role : role);
        String phone = contact.path("phone").asText("").replaceAll("\\D", "");
        row.putArray("phoneNumbers");
        if (!contact.path("phone").isNull() && phone.length() >= 10) {
            ObjectNode given = row.withArray("/phoneNumbers").addObject();
            given.put("number", "+1" + phone.substring(phone.length() - 10));
            given.put("extension", "");
            given.put("type", commercial(client) ? "BUSINESS" : "MOBILE");
            given.put("description", "");
            given.put("callPermission", "OBTAINED");
        }
        row.putArray("emails");
        if (contact.path("email").isTextual()) {
            row.withArray("/emails")
                    .addObject()
                    .put("emailAddress", contact.path("email").asText());
        }
        return new Planted<>(Kind.CONTACT, id, row);
    }

    private Planted<Kind> policy(JsonNode policy, JsonNode client) {
        String number = policy.path("number").asText();
        BigDecimal premium = new BigDecimal(policy.path("premium").asText("0"));
        LocalDate expiration = book.day(policy, "expires");
        ObjectNode row = EpicHal.JSON.createObjectNode();
        row.put("id", policyId(number));
        row.put("status", policy.path("status").asText().equals("QUOTED") ? "PROSPECTIVE" : "CONTRACTED");
        row.put("organization", organization(client));
        row.put("description", description(policy, client));
        row.put("effectiveOn", book.day(policy, "effective").toString());
        row.put("expirationOn", expiration.toString());
        row.put("policyNumber", number);
        row.put("policyType", type(policy).path("id").asText());
        row.put("client", clientId(client.path("id").asText()));
        row.set("premium", EpicMoney.yearly(premium));
        row.set("commission", EpicMoney.yearly(premium.multiply(COMMISSION)));
        row.put("source", EpicCatalog.SOURCES.get(0).path("id").asText());
        row.putNull("originalPolicy");
        row.put("historic", expiration.isBefore(book.today()));
        row.put("turnOffPolicyDownload", false);
        row.put("datesChanged", false);
        stamp(row, "enteredBy", "userCode", "CONVERSION");
        stamp(row, "lastUpdatedBy", "userCode", "CONVERSION");
        stamp(row, "enteredByProcess", "code", "EPIC");
        stamp(row, "lastUpdatedByProcess", "code", "EPIC");
        return new Planted<>(Kind.POLICY, policyId(number), row);
    }

    private static ObjectNode type(JsonNode policy) {
        JsonNode lines = policy.path("lines");
        String code = lines.size() == 1
                ? EpicCatalog.TYPE_OF_LINE.getOrDefault(lines.get(0).asText(), "PKG")
                : "PKG";
        return EpicCatalog.byCode(EpicCatalog.TYPES, code);
    }

    private static String description(JsonNode policy, JsonNode client) {
        List<String> parts = new ArrayList<>();
        parts.add(type(policy).path("description").asText());
        if (policy.path("marketType").asText().equals("SURPLUS_LINES")) {
            parts.add("Surplus lines");
        }
        String named = policy.path("namedInsured").asText();
        if (!named.equals(client.path("legalName").asText())) {
            parts.add("Named insured: " + named);
        }
        List<String> states = new ArrayList<>();
        policy.path("states").forEach(state -> states.add(state.asText()));
        if (states.size() > 1) {
            parts.add("States: " + String.join(", ", states));
        }
        return String.join(" | ", parts);
    }

    private Planted<Kind> line(JsonNode policy, JsonNode client, String line) {
        String number = policy.path("number").asText();
        String status = policy.path("status").asText();
        String id = EpicHal.id("line " + number + " " + line);
        BigDecimal share = new BigDecimal(policy.path("premium").asText("0"))
                .divide(BigDecimal.valueOf(policy.path("lines").size()), 2, RoundingMode.HALF_UP);
        String company = EpicDirectory.companyId(policy.path("writingCompany").asText());
        ObjectNode row = EpicHal.JSON.createObjectNode();
        row.put("id", id);
        row.put("client", clientId(client.path("id").asText()));
        row.put("policy", policyId(number));
        row.put(
                "lineType",
                EpicCatalog.byCode(EpicCatalog.TYPES, EpicCatalog.TYPE_OF_LINE.getOrDefault(line, "PKG"))
                        .path("id")
                        .asText());
        row.put(
                "status",
                EpicCatalog.byCode(EpicCatalog.STATUSES, EpicCatalog.STATUS_OF_POLICY.getOrDefault(status, "ACT"))
                        .path("id")
                        .asText());
        row.put("effectiveOn", book.day(policy, "effective").toString());
        row.put("expirationOn", book.day(policy, "expires").toString());
        row.put("organization", organization(client));
        row.put("billMode", policy.path("billing").path("method").asText().equals("AGENCY") ? "AGENCY" : "DIRECT");
        row.putObject("issuingLocation")
                .put("stateOrProvince", policy.path("states").path(0).asText())
                .put("country", "USA");
        row.put("issuingCompany", company);
        row.putObject("premiumPayable").put("account", company).put("type", "CARRIER");
        row.putObject("producerBrokerCommission").put("type", "SINGLE_TERM");
        row.putObject("lineCommission")
                .put("useAgreement", false)
                .put("overrideAgreement", false)
                .put("type", "PERCENTAGE_OF_PREMIUM")
                .put("percent", 12.0);
        row.put("stage", status.equals("CANCELLED") ? "CANCELLED" : "ISSUED");
        row.put("action", status.equals("CANCELLED") ? "CANCEL" : "RENEW");
        row.put("agencyFirstWrittenOn", book.day(client, "clientSince").toString());
        row.set("premium", EpicMoney.yearly(share));
        row.set("commission", EpicMoney.yearly(share.multiply(COMMISSION)));
        stamp(row, "lastUpdatedBy", "userCode", "CONVERSION");
        row.put("_cancellationDate", cancellation(policy));
        row.put("_producer", EpicDirectory.employeeId(client.path("owner").asText()));
        row.put("_manager", EpicDirectory.employeeId(client.path("csr").asText()));
        return new Planted<>(Kind.LINE, id, row);
    }

    private @Nullable String cancellation(JsonNode policy) {
        for (JsonNode hard : policy.path("hardDates")) {
            String what = hard.path("what").asText();
            if (what.equals("CANCELLATION_EFFECTIVE") || what.equals("CANCELLED")) {
                return book.today().plusDays(hard.path("inDays").asLong()).toString();
            }
        }
        return null;
    }

    private void stamp(ObjectNode row, String field, String by, String who) {
        row.putObject(field).put(by, who).put("date", book.today().minusDays(1) + "T12:00:00Z");
    }
}
