package org.throughline.sandbox.carrier;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.PracticeBook;
import org.throughline.sandbox.vendor.SimulatorStore.Planted;

/** The practice book as its carriers have it: policies with their items and accounts, a declarations page each, claims. */
@Component
@Profile("sandbox")
class CarrierSeed implements Iterable<Planted<Kind>> {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int FIRST_POLICY = 1_000;
    private static final int FIRST_CLAIM = 9_000;
    private static final Map<String, String> STATUSES = Map.of(
            "ACTIVE", "IN_FORCE",
            "RENEWING", "IN_FORCE",
            "BOUND", "IN_FORCE",
            "PENDING_CANCEL", "PENDING_CANCELLATION",
            "CANCELLED", "CANCELED",
            "EXPIRED", "EXPIRED",
            "QUOTED", "QUOTED");

    private final PracticeBook book;

    CarrierSeed(PracticeBook book) {
        this.book = book;
    }

    @Override
    public Iterator<Planted<Kind>> iterator() {
        List<Planted<Kind>> rows = new ArrayList<>();
        Map<String, JsonNode> clients = new HashMap<>();
        book.list("clients").forEach(client -> clients.put(client.path("id").asText(), client));
        Map<String, ObjectNode> policies = new HashMap<>();
        for (JsonNode policy : book.list("policies")) {
            if (policy.path("number").asText("").isEmpty()) {
                continue;
            }
            ObjectNode row = policy(
                    "pc:" + (FIRST_POLICY + policies.size()),
                    policy,
                    clients.get(policy.path("clientId").asText()));
            policies.put(row.path("number").asText(), row);
            rows.add(new Planted<>(Kind.POLICY, row.path("id").asText(), row));
            rows.add(declarations(row));
        }
        int sequence = 0;
        for (JsonNode claim : book.list("claims")) {
            ObjectNode policy = policies.get(claim.path("policyNumber").asText());
            if (policy != null) {
                rows.add(claim("cc:" + (FIRST_CLAIM + sequence++), claim, policy));
            }
        }
        return rows.iterator();
    }

    private ObjectNode policy(String id, JsonNode policy, @Nullable JsonNode client) {
        JsonNode billing = policy.path("billing");
        ObjectNode row = JSON.createObjectNode();
        row.put("id", id);
        row.put("carrier", policy.path("carrier").asText());
        row.put("number", policy.path("number").asText());
        row.put("naic", policy.path("naic").asText());
        row.put("company", policy.path("writingCompany").asText());
        row.put("account", policy.path("clientId").asText());
        row.put("insured", policy.path("namedInsured").asText());
        row.put("state", policy.path("states").path(0).asText());
        row.set("lines", policy.path("lines").deepCopy());
        row.put("status", STATUSES.getOrDefault(policy.path("status").asText(), "IN_FORCE"));
        row.put("effective", book.day(policy, "effective").toString());
        row.put("expiration", book.day(policy, "expires").toString());
        row.put("cancellation", cancellation(policy));
        row.put("premium", policy.path("premium").asText("0"));
        row.put("plan", billing.path("plan").asText());
        row.put("balance", billing.path("balance").asText("0.00"));
        row.put("pastDue", billing.path("pastDue").asText("0.00"));
        row.set("forms", policy.path("forms").deepCopy());
        row.set("items", ItemSeed.items(policy, client));
        return row;
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

    private static Planted<Kind> declarations(ObjectNode policy) {
        String id = "doc-" + policy.path("id").asText().replaceAll("\\W", "-");
        ObjectNode row = JSON.createObjectNode()
                .put("id", id)
                .put("carrier", policy.path("carrier").asText())
                .put("policyNumber", policy.path("number").asText())
                .put("account", policy.path("account").asText())
                .put("type", "DECLARATIONS")
                .put("name", "Declarations " + policy.path("number").asText() + ".pdf")
                .put("date", policy.path("effective").asText());
        return new Planted<>(Kind.DOCUMENT, id, row);
    }

    private Planted<Kind> claim(String id, JsonNode claim, ObjectNode policy) {
        ObjectNode row = JSON.createObjectNode();
        row.put("id", id);
        row.put("number", id.replaceAll("\\D", ""));
        row.put("claimNumber", claim.path("number").asText());
        row.put("carrier", policy.path("carrier").asText());
        row.put("operation", CarrierAsk.Operation.CLAIM_NOTICE.name());
        row.put("policyNumber", policy.path("number").asText());
        row.put("policyId", policy.path("id").asText());
        row.put("account", policy.path("account").asText());
        row.put("status", JobStatus.ISSUED.name());
        row.put("state", claim.path("status").asText());
        row.put("effective", book.day(claim, "loss").toString());
        row.put("reference", "");
        row.put("description", claim.path("type").asText());
        row.put("paid", claim.path("amountPaid").asText("0.00"));
        row.put("claimed", claim.path("amountClaimed").asText("0.00"));
        row.putObject("details");
        return new Planted<>(Kind.CLAIM, id, row);
    }
}
