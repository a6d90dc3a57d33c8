package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.SimulatorStore.Planted;

/** The practice book's clients in the vendor's shapes, one record each with all that is theirs. */
@Component
@Profile("sandbox")
class HawkSoftSeed implements Iterable<Planted<Kind>> {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final PracticeBook book;
    private final PolicySeed policies;

    HawkSoftSeed(PracticeBook book) {
        this.book = book;
        this.policies = new PolicySeed(book);
    }

    @Override
    public Iterator<Planted<Kind>> iterator() {
        Map<String, List<JsonNode>> policiesByClient = byClient("policies");
        Map<String, List<JsonNode>> claimsByClient = byClient("claims");
        List<Planted<Kind>> rows = new ArrayList<>();
        for (JsonNode client : book.list("clients")) {
            String number = client.path("id").asText();
            rows.add(new Planted<>(
                    Kind.CLIENT,
                    number,
                    client(
                            client,
                            policiesByClient.getOrDefault(number, List.of()),
                            claimsByClient.getOrDefault(number, List.of()))));
        }
        return rows.iterator();
    }

    private Map<String, List<JsonNode>> byClient(String list) {
        Map<String, List<JsonNode>> byClient = new HashMap<>();
        for (JsonNode row : book.list(list)) {
            byClient.computeIfAbsent(row.path("clientId").asText(), id -> new ArrayList<>())
                    .add(row);
        }
        return byClient;
    }

    private ObjectNode client(JsonNode client, List<JsonNode> ofClient, List<JsonNode> claims) {
        ObjectNode row = JSON.createObjectNode();
        row.put("clientNumber", Integer.parseInt(client.path("id").asText()));
        row.set("details", details(client, ofClient));
        ArrayNode people = row.putArray("people");
        ArrayNode contacts = row.putArray("contacts");
        people(client, people);
        contacts(client, contacts);
        ArrayNode losses = row.putArray("claims");
        claims.forEach(claim -> losses.add(claim(claim)));
        ArrayNode terms = row.putArray("policies");
        ArrayNode invoices = row.putArray("invoices");
        for (JsonNode policy : ofClient) {
            terms.add(policies.policy(policy, client, terms.size()));
            invoice(policy, invoices);
        }
        return row;
    }

    private ObjectNode details(JsonNode client, List<JsonNode> ofClient) {
        boolean commercial = commercial(client);
        ObjectNode details = JSON.createObjectNode();
        details.put("id", SeedIds.of("client " + client.path("id").asText()));
        details.put("officeId", office(client.path("branch").asText()));
        details.put("clientType", ofClient.isEmpty() ? "Prospect" : "Customer");
        details.put("status", client.path("status").asText().equals("ACTIVE") ? "Active" : "Inactive");
        details.put("isPersonal", !commercial);
        details.put("isCommercial", commercial);
        details.put("companyName", commercial ? client.path("legalName").asText() : null);
        details.put("dbaName", client.path("dba").asText(null));
        details.put("agencyNum", "");
        details.put("clientSince", LocalTimes.written(book.day(client, "clientSince")));
        details.put("contactInfoLastUpdated", modified());
        details.put("producer", staff(client.path("owner").asText()));
        details.put("csr", staff(client.path("csr").asText()));
        details.put("source", "");
        details.set("mailingAddress", SeedPlaces.place(client.path("mailingAddress")));
        details.set("physicalAddress", SeedPlaces.place(client.path("address")));
        details.put("modified", modified());
        details.put("allowCrossSell", true);
        return details;
    }

    private String modified() {
        return LocalTimes.written(book.today().minusDays(1));
    }

    private int office(String branch) {
        int number = 0;
        for (JsonNode each : book.list("agency").path("branches")) {
            number++;
            if (each.path("id").asText().equals(branch)) {
                return number;
            }
        }
        return 1;
    }

    private String staff(String userId) {
        for (JsonNode each : book.list("staff")) {
            if (each.path("userId").asText().equals(userId)) {
                return each.path("name").asText();
            }
        }
        return userId;
    }

    private static boolean commercial(JsonNode client) {
        return client.path("kind").asText().equals("COMMERCIAL");
    }

    private static List<String> household(JsonNode client) {
        return commercial(client)
                ? List.of()
                : Arrays.asList(client.path("legalName").asText().split(" and "));
    }

    private void people(JsonNode client, ArrayNode people) {
        List<String> household = household(client);
        List<String> names = new ArrayList<>(household);
        client.path("contacts").forEach(contact -> {
            if (!names.contains(contact.path("name").asText())) {
                names.add(contact.path("name").asText());
            }
        });
        for (String name : names) {
            int at = household.indexOf(name);
            int space = name.indexOf(' ');
            people.addObject()
                    .put("id", person(client, name))
                    .put("title", "")
                    .put("firstName", space < 0 ? name : name.substring(0, space))
                    .put("middleName", "")
                    .put("lastName", space < 0 ? "" : name.substring(space + 1))
                    .put("relationship", at == 0 ? "Insured" : at > 0 ? "Spouse" : "Other")
                    .putNull("dateOfBirth")
                    .put("gender", "Unknown")
                    .put("occupation", "")
                    .put("maritalStatus", "Unknown")
                    .put("modified", modified());
        }
    }

    private static String person(JsonNode client, String name) {
        return SeedIds.of("person " + client.path("id").asText() + " " + name);
    }

    /** One row for each address and number; who may ask in the client's name stands in the description. */
    private void contacts(JsonNode client, ArrayNode contacts) {
        for (JsonNode contact : client.path("contacts")) {
            String role = contact.path("role").asText("");
            String description = contact.path("authorized").asBoolean() ? "Authorized - " + role : role;
            String person = person(client, contact.path("name").asText());
            contact(contacts, "Email", person, contact.path("email").asText(""), description);
            contact(
                    contacts,
                    commercial(client) ? "WorkPhone" : "CellPhone",
                    person,
                    contact.path("phone").asText(""),
                    description);
        }
    }

    private void contact(ArrayNode contacts, String type, String person, String data, String description) {
        if (!data.isBlank()) {
            contacts.addObject()
                    .put("id", SeedIds.of("contact " + person + " " + type + " " + data))
                    .put("type", type)
                    .put("personId", person)
                    .put("data", data)
                    .put("description", description)
                    .put("priority", contacts.size())
                    .put("isBillingContact", contacts.size() == 1)
                    .put("allowMassEmail", false)
                    .put("modified", modified());
        }
    }

    private ObjectNode claim(JsonNode claim) {
        String amount =
                claim.path("amountPaid").asText(claim.path("amountClaimed").asText("0"));
        return JSON.createObjectNode()
                .put("claimNumber", claim.path("number").asText())
                .put("claimStatus", words(claim.path("status").asText()))
                .put("lossAmount", new BigDecimal(amount))
                .put("lossDate", LocalTimes.written(book.day(claim, "loss")))
                .put("policyNumber", claim.path("policyNumber").asText());
    }

    private static String words(String code) {
        return code.isEmpty() ? "" : code.charAt(0) + code.substring(1).toLowerCase(Locale.ROOT);
    }

    private void invoice(JsonNode policy, ArrayNode invoices) {
        BigDecimal balance =
                new BigDecimal(policy.path("billing").path("balance").asText("0"));
        if (balance.signum() > 0) {
            String number = policy.path("number").asText();
            invoices.addObject()
                    .put("id", SeedIds.of("invoice " + number))
                    .put("invoiceNumber", "INV-" + number)
                    .put("date", LocalTimes.written(book.today().minusDays(20)))
                    .put("dueDate", LocalTimes.written(book.today().plusDays(10)))
                    .put("total", balance)
                    .put("balance", balance);
        }
    }
}
