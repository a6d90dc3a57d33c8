package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;

/** What is recorded on a policy: pending cancellations, endorsements with their premium, additional insureds. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsPolicyRecordController {

    private static final List<String> ENDORSEMENT_REQUIRED =
            List.of("policyId", "amount", "date", "type", "premiumType", "billingType", "followUpDate");

    private final NowCertsRecords records;
    private final InsuredMatch insureds;
    private final Simulator simulator;

    NowCertsPolicyRecordController(NowCertsRecords records, InsuredMatch insureds, Simulator nowCertsSimulator) {
        this.records = records;
        this.insureds = insureds;
        this.simulator = nowCertsSimulator;
    }

    @PostMapping("/PendingCancellation/Insert")
    ObjectNode pending(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> refusal = NowCertsWriteController.missing(body, List.of("to"));
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ObjectNode> policy = records.find(
                        Kind.POLICY, body.path("policyDatabaseId").asText(""))
                .or(() -> records.all(Kind.POLICY).stream()
                        .filter(row -> row.path("number").equals(body.path("policyNumber")))
                        .findFirst());
        if (policy.isEmpty()) {
            return Answers.refused("The policy was not found.");
        }
        Optional<ObjectNode> existing =
                records.find(Kind.PENDING_CANCELLATION, body.path("databaseId").asText(""));
        String id =
                existing.map(ODataPage::id).orElseGet(() -> UUID.randomUUID().toString());
        ObjectNode row = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        row.put("databaseId", id);
        row.set("to", body.path("to"));
        row.put("sendReminders", body.path("sendReminders").asBoolean() ? "Yes" : "No");
        row.put("sendRemindersPriorDays", body.path("sendRemindersPriorDays").asInt());
        row.put("description", body.path("description").asText(null));
        row.put("active", "Yes");
        row.set("policyDatabaseId", policy.get().path("databaseId"));
        row.set("policyNumber", policy.get().path("number"));
        records.find(Kind.INSURED, policy.get().path("insuredDatabaseId").asText())
                .ifPresent(insured -> InsuredMatch.show(row, insured));
        keep(Kind.PENDING_CANCELLATION, row, row.path("description").asText(), request);
        String verb = existing.isPresent() ? "exists in database and has been overridden." : "has been imported.";
        ObjectNode answer = Answers.JSON.createObjectNode();
        answer.set("policyOrQuoteId", row.path("policyDatabaseId"));
        answer.set("insuredDatabaseId", row.path("insuredDatabaseId"));
        return answer.put("databaseId", id)
                .put("status", 1)
                .put("message", "Pending Cancellation '" + id + "' " + verb);
    }

    /** Always adds. */
    @PostMapping("/PolicyEndorsementFee/InsertPolicyEndorsementFee")
    ArrayNode endorse(@RequestBody ArrayNode body, HttpServletRequest request) {
        return endorsements(body, false, request);
    }

    /** Adds, or updates the one of the key that is given. */
    @PostMapping("/PolicyEndorsementFee/InsertUpdatePolicyEndorsementFee")
    ArrayNode update(@RequestBody ArrayNode body, HttpServletRequest request) {
        return endorsements(body, true, request);
    }

    private ArrayNode endorsements(ArrayNode body, boolean update, HttpServletRequest request) {
        ArrayNode answer = Answers.JSON.createArrayNode();
        body.forEach(one -> answer.add(endorsement(one, update, request)));
        return answer;
    }

    private ObjectNode endorsement(JsonNode body, boolean update, HttpServletRequest request) {
        Optional<ObjectNode> refusal = NowCertsWriteController.missing(body, ENDORSEMENT_REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        Optional<ObjectNode> policy =
                records.find(Kind.POLICY, body.path("policyId").asText());
        if (policy.isEmpty()) {
            return Answers.refused("The policy was not found.");
        }
        String given = body.path("databaseId").asText("");
        Optional<ObjectNode> existing = update ? records.find(Kind.ENDORSEMENT, given) : Optional.<ObjectNode>empty();
        String id = existing.isPresent() ? given : UUID.randomUUID().toString();
        ObjectNode row = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        row.put("databaseId", id);
        List.of("amount", "date", "order", "policyId", "description", "followUpDate", "followUpPersonName")
                .forEach(field -> row.set(field, body.has(field) ? body.get(field) : row.nullNode()));
        row.set("insuredDatabaseId", policy.get().path("insuredDatabaseId"));
        row.set("endorsementTypeValue", body.path("type"));
        row.set("endorsementPremiumTypeValue", body.path("premiumType"));
        row.set("billingTypeValue", body.path("billingType"));
        row.put("statusValue", body.path("status").asInt(0));
        keep(Kind.ENDORSEMENT, row, row.path("description").asText(), request);
        ObjectNode answer = Answers.JSON.createObjectNode().put("endorsementId", id);
        answer.set("policyOrQuoteId", row.path("policyId"));
        answer.set("isQuote", policy.get().path("isQuote"));
        return answer.put("objectURL", "").put("status", 1).putNull("message");
    }

    @PostMapping("/Policy/InsertAdditionalInsured")
    ObjectNode additionalInsured(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> holder = records.find(
                Kind.HOLDER, body.path("certificateHolderDatabaseId").asText(""));
        if (holder.isEmpty() && body.path("certificateHolderName").asText("").isBlank()) {
            return Answers.refused("The field certificateHolderName is required.");
        }
        String given = body.path("databaseId").asText("");
        Optional<ObjectNode> existing = records.find(Kind.INTEREST, given);
        String id = existing.isPresent() ? given : UUID.randomUUID().toString();
        ObjectNode row = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        body.properties().stream()
                .filter(field -> !field.getKey().startsWith("insured_"))
                .filter(field -> !field.getKey().equals("policies"))
                .forEach(field -> row.set(field.getKey(), field.getValue()));
        row.put("databaseId", id);
        holder.ifPresent(found -> row.set("certificateHolderName", found.path("name")));
        insureds.find(body).ifPresent(insured -> InsuredMatch.show(row, insured));
        ArrayNode policies = row.putArray("policies");
        body.path("policies")
                .forEach(policy -> records.find(
                                Kind.POLICY, policy.path("databaseId").asText(policy.asText()))
                        .ifPresent(found -> policies.add(NowCertsLists.brief(found))));
        keep(Kind.INTEREST, row, row.path("description").asText(), request);
        return Answers.JSON
                .createObjectNode()
                .put("databaseId", id)
                .put("status", 1)
                .put("message", "Additional interest has been imported.");
    }

    private void keep(Kind kind, ObjectNode row, String text, HttpServletRequest request) {
        row.put("createDate", row.path("createDate").asText(simulator.iso()));
        row.put("changeDate", simulator.iso());
        simulator.mark(row, "OTHER", request, text, true);
        records.keep(kind, ODataPage.id(row), row);
    }
}
