package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
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
 * The practice book in the vendor's shapes: one person and one more for each applicant, a trade name behind the legal
 * one, carriers as codes, and nothing of limits, forms and interests, for which the vendor has no fields.
 */
@Component
@Profile("sandbox")
class EzLynxSeed implements Iterable<Planted<Kind>> {

    /** ACORD's codes for the book's lines. */
    static final Map<String, String> LINES = Map.ofEntries(
            Map.entry("GL", "CGL"),
            Map.entry("AUTO", "AUTOB"),
            Map.entry("UMBRELLA", "UMBRC"),
            Map.entry("WC", "WORK"),
            Map.entry("PROPERTY", "PROPC"),
            Map.entry("BOP", "BOP"),
            Map.entry("CARGO", "MTRTK"),
            Map.entry("DO", "DO"),
            Map.entry("EO", "EO"),
            Map.entry("HOME", "HOME"),
            Map.entry("PERSONAL_AUTO", "AUTOP"),
            Map.entry("PERSONAL_UMBRELLA", "UMBRP"));

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Map<String, String> STATUSES = Map.of(
            "ACTIVE", "Active",
            "BOUND", "Active",
            "QUOTED", "Quoted",
            "RENEWING", "Renewing",
            "PENDING_CANCEL", "Pending Cancel",
            "CANCELLED", "Cancelled",
            "EXPIRED", "Expired");

    private final PracticeBook book;
    private final EzLynxSandboxProperties properties;

    EzLynxSeed(PracticeBook book, EzLynxSandboxProperties properties) {
        this.book = book;
        this.properties = properties;
    }

    @Override
    public Iterator<Planted<Kind>> iterator() {
        List<Planted<Kind>> rows = new ArrayList<>();
        Map<String, String> users = users(rows);
        book.list("clients").forEach(client -> rows.add(applicant(client, users)));
        long number = Kind.POLICY.base();
        for (JsonNode policy : book.list("policies")) {
            rows.add(policy(policy, ++number));
            if (policy.path("status").asText().equals("QUOTED")) {
                rows.add(quote(policy, Kind.QUOTE.base() + number - Kind.POLICY.base()));
            }
        }
        return rows.iterator();
    }

    private static Planted<Kind> quote(JsonNode policy, long id) {
        ObjectNode row = JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("QuoteId", id);
        row.put("ApplicantId", applicantId(policy.path("clientId").asText()));
        row.put("RatingState", policy.path("states").path(0).asText(null));
        ObjectNode result = row.putArray("QuoteResults").addObject();
        result.put("CarrierName", policy.path("writingCompany").asText());
        result.put("Premium", new BigDecimal(policy.path("premium").asText("0")));
        result.put("Status", "Succeeded");
        return new Planted<>(Kind.QUOTE, String.valueOf(id), row);
    }

    /** A carrier's number; made up from its NAIC code. */
    private static int masterCompany(String naic) {
        return naic.isEmpty() ? 0 : Integer.parseInt(naic) - 86_000;
    }

    /** The NAIC code of a carrier's number. */
    static String naic(int masterCompany) {
        return masterCompany == 0 ? "" : String.valueOf(masterCompany + 86_000);
    }

    /** The agency's people by their id in the book; the one that the application acts as; one who has left. */
    private Map<String, String> users(List<Planted<Kind>> rows) {
        Map<String, String> names = new HashMap<>();
        long id = Kind.USER.base();
        rows.add(user(++id, properties.accountUsername(), true));
        rows.add(user(++id, "former.employee", false));
        for (JsonNode person : book.list("staff")) {
            String name = person.path("name").asText().toLowerCase(Locale.ROOT).replaceAll("\\s*\\(.*", "");
            String userName = name.replace(' ', '.');
            names.put(person.path("userId").asText(), userName);
            rows.add(user(++id, userName, true));
        }
        return names;
    }

    private static Planted<Kind> user(long id, String name, boolean active) {
        ObjectNode row = JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("Id", id);
        row.put("UserName", name);
        row.put("IsActive", active);
        return new Planted<>(Kind.USER, String.valueOf(id), row);
    }

    private static long applicantId(String clientNumber) {
        return Kind.APPLICANT.base() + Long.parseLong(clientNumber);
    }

    private static Planted<Kind> applicant(JsonNode client, Map<String, String> users) {
        boolean commercial = client.path("kind").asText().equals("COMMERCIAL");
        long id = applicantId(client.path("id").asText());
        String[] people = client.path("legalName").asText().split(" and ", 2);
        boolean turned = !commercial
                && client.path("contacts").path(1).path("name").asText().equals(people[0]);
        JsonNode first = client.path("contacts").path(turned ? 1 : 0);
        JsonNode second = client.path("contacts").path(turned ? 0 : 1);
        String person = commercial ? first.path("name").asText() : people[0];
        ObjectNode row = JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("Id", id);
        row.put("ApplicantType", type(client));
        row.put("FirstName", firstName(person));
        row.put("LastName", lastName(person));
        row.put("BusinessName", commercial ? businessName(client) : null);
        row.put("Email", commercial ? null : text(first, "email"));
        row.put("BusinessEmail", commercial ? text(first, "email") : null);
        row.put("CellPhone", commercial ? null : text(first, "phone"));
        row.putNull("HomePhone");
        row.putNull("WorkPhone");
        row.put("BusinessPhone", commercial ? text(first, "phone") : null);
        row.put("AssignedTo", users.get(client.path("csr").asText()));
        JsonNode address = client.path("mailingAddress");
        ObjectNode current = row.putObject("CurrentAddress");
        current.put("AddressLine1", text(address, "line1"));
        current.putNull("AddressLine2");
        current.put("City", text(address, "city"));
        current.put("State", text(address, "state"));
        current.put("Zip", text(address, "postalCode"));
        ObjectNode other = row.putObject("CoApplicant");
        String otherName = second.path("name").asText(!commercial && people.length > 1 ? people[1] : "");
        if (!otherName.isEmpty()) {
            other.put("FirstName", firstName(otherName));
            other.put("LastName", lastName(otherName));
            other.put("Email", text(second, "email"));
            other.put("CellPhone", text(second, "phone"));
        }
        return new Planted<>(Kind.APPLICANT, String.valueOf(id), row);
    }

    private static String type(JsonNode client) {
        if (!client.path("status").asText().equals("ACTIVE")) {
            return "InactiveClient";
        }
        return client.path("policies").isEmpty() ? "Prospect" : "ActiveClient";
    }

    private static String businessName(JsonNode client) {
        String dba = client.path("dba").asText("");
        String legal = client.path("legalName").asText();
        return client.path("dba").isNull() || dba.isBlank() ? legal : legal + " dba " + dba;
    }

    private static @Nullable String text(JsonNode node, String field) {
        return node.path(field).asText(null);
    }

    private static String firstName(String person) {
        int space = person.indexOf(' ');
        return space < 0 ? person : person.substring(0, space);
    }

    private static String lastName(String person) {
        int space = person.indexOf(' ');
        return space < 0 ? "" : person.substring(space + 1);
    }

    private Planted<Kind> policy(JsonNode policy, long id) {
        String naic = policy.path("naic").asText("");
        ObjectNode row = JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("id", id);
        row.put("applicantId", applicantId(policy.path("clientId").asText()));
        row.put("policyNumber", policy.path("number").asText());
        row.put("status", STATUSES.getOrDefault(policy.path("status").asText(), "Active"));
        row.put("effectiveDate", book.day(policy, "effective").toString());
        row.put("expirationDate", book.day(policy, "expires").toString());
        row.put("masterCompany", masterCompany(naic));
        row.put("naicCode", naic);
        row.put("premium", new BigDecimal(policy.path("premium").asText("0")));
        policy.path("lines")
                .forEach(line -> row.withArray("lobs").add(LINES.getOrDefault(line.asText(), line.asText())));
        row.put("ratingState", policy.path("states").path(0).asText(null));
        return new Planted<>(Kind.POLICY, String.valueOf(id), row);
    }
}
