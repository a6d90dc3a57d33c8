package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.JsonNode;
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

/** JSON writes of the simulated API. Refusals are HTTP 200 with status 0. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts/api")
class NowCertsWriteController {

    /** In the order of the vendor's tables: reads count it from 1, the write's {@code manualStatus} from 0. */
    static final List<String> STATUSES = List.of(
            "Active",
            "Pending Cancel",
            "Cancelled",
            "Expired",
            "Renewing",
            "Renewed",
            "Reinstated",
            "Replaced",
            "Non-Renewal",
            "Reinstating",
            "Rewriting",
            "Rewritten");

    private static final List<String> CERTIFICATE_REQUIRED = List.of(
            "holder_name",
            "holder_address",
            "holder_city",
            "holder_state",
            "holder_zip",
            "status",
            "insured_name",
            "insured_email");
    private static final List<String> POLICY_REQUIRED = List.of(
            "number", "effectiveDate", "expirationDate", "businessType", "businessSubType", "lineOfBusinessName");

    private final NowCertsRecords records;
    private final Simulator simulator;

    NowCertsWriteController(NowCertsRecords records, Simulator nowCertsSimulator) {
        this.records = records;
        this.simulator = nowCertsSimulator;
    }

    /** Always inserts. */
    @PostMapping("/Zapier/InsertNote")
    ObjectNode insertNote(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> insured = insured(body);
        String subject = body.path("subject").asText("");
        if (subject.isBlank()) {
            return Answers.refused("The field subject is required.");
        }
        if (insured.isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        boolean half = simulator.halfWritten();
        String id = UUID.randomUUID().toString();
        ObjectNode note = Answers.JSON.createObjectNode();
        note.put("databaseId", id);
        note.put("noteType", body.path("type").asText("Note"));
        note.put("subject", subject);
        note.put("createDate", simulator.iso());
        note.put("changeDate", simulator.iso());
        note.put("origin", "Web Service");
        note.put("createdBy", half ? null : body.path("creator_name").asText(null));
        note.putObject("insured").put("databaseId", insured.get().path("id").asText());
        if (!half && body.hasNonNull("policy_database_id")) {
            note.putObject("policy")
                    .put("databaseId", body.path("policy_database_id").asText());
        }
        simulator.mark(note, "NOTE", request, subject, true);
        records.insert(Kind.NOTE, id, note);
        ObjectNode data = Answers.JSON.createObjectNode();
        data.put("database_id", id).put("subject", subject).put("create_date", Answers.us(simulator.now()));
        return accepted("The note was inserted.").set("data", data);
    }

    @PostMapping("/Zapier/InsertTask")
    ObjectNode insertTask(@RequestBody ObjectNode body, HttpServletRequest request) {
        return task(body, request, UUID.randomUUID().toString());
    }

    /** Updates the task of {@code database_id}, or inserts. */
    @PostMapping("/Zapier/UpdateTask")
    ObjectNode updateTask(@RequestBody ObjectNode body, HttpServletRequest request) {
        return task(
                body, request, body.path("database_id").asText(UUID.randomUUID().toString()));
    }

    private ObjectNode task(ObjectNode body, HttpServletRequest request, String id) {
        String title = body.path("title").asText("");
        if (title.isBlank()) {
            return Answers.refused("The field title is required.");
        }
        boolean half = simulator.halfWritten();
        Optional<ObjectNode> existing = records.find(Kind.TASK, id);
        ObjectNode task = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        task.put("databaseId", id);
        task.put("title", title);
        task.put("_description", half ? "" : body.path("description").asText(""));
        task.put("status", body.path("status").asText("NotStarted"));
        task.put("priority", body.path("priority").asText("medium"));
        task.put("dueDate", body.path("due_date").asText(null));
        task.put("policyNumber", body.path("policy_number").asText(null));
        task.set("assignedTo", body.path("assigned_to"));
        task.put("createDate", task.path("createDate").asText(simulator.iso()));
        task.put("changeDate", simulator.iso());
        insured(body)
                .ifPresent(insured -> task.put("_insured", insured.path("id").asText()));
        simulator.mark(task, "TASK", request, title, !half);
        store(Kind.TASK, id, task);
        ObjectNode data = Answers.JSON.createObjectNode();
        data.put("database_id", id).put("title", title).put("create_date", Answers.us(simulator.now()));
        return accepted("The task was saved.").set("data", data);
    }

    /** Updates the request of {@code database_id}, or inserts. */
    @PostMapping("/ServiceRequestCertificateOfInsurance/InsertOrUpdate")
    ObjectNode certificate(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> refusal = missing(body, CERTIFICATE_REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (insured(body).isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        String given = body.path("database_id").asText("");
        if (!given.isEmpty() && records.find(Kind.CERTIFICATE_REQUEST, given).isEmpty()) {
            return Answers.refused("The service request was not found.");
        }
        boolean half = simulator.halfWritten();
        String id = given.isEmpty() ? UUID.randomUUID().toString() : given;
        ObjectNode row = records.find(Kind.CERTIFICATE_REQUEST, id)
                .orElseGet(Answers.JSON::createObjectNode)
                .deepCopy();
        row.put("id", id);
        row.put("description", body.path("description").asText(""));
        row.put("status", body.path("status").asText());
        row.put("insuredId", body.path("insured_id").asText(""));
        row.put("insuredName", body.path("insured_name").asText());
        row.put("insuredEmail", body.path("insured_email").asText());
        row.put("holderName", body.path("holder_name").asText());
        row.put("holderAddress", half ? "" : body.path("holder_address").asText());
        row.put("holderCity", half ? "" : body.path("holder_city").asText());
        row.put("holderState", half ? "" : body.path("holder_state").asText());
        row.put("holderZip", half ? "" : body.path("holder_zip").asText());
        row.put("policyLob", body.path("policy_lob").asText(""));
        row.put("policyNumber", body.path("policy_number").asText(""));
        row.put(
                "additionalInterestRequested",
                body.path("additional_interest_requested").asBoolean());
        row.put(
                "waverSubrogationRequested",
                body.path("waver_subrogation_requested").asBoolean());
        row.put(
                "additionalRequirements",
                half ? "" : body.path("additional_requirements").asText(""));
        row.put("createDate", row.path("createDate").asText(simulator.iso()));
        row.put("changeDate", simulator.iso());
        simulator.mark(row, "CERTIFICATE", request, row.path("description").asText(), !half);
        store(Kind.CERTIFICATE_REQUEST, id, row);
        return accepted("The service request was saved.").put("databaseId", id);
    }

    /** Upsert by {@code databaseId}, then by number. */
    @PostMapping("/Policy/Insert")
    ObjectNode policy(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> refusal = missing(body, POLICY_REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        String number = body.path("number").asText();
        Optional<ObjectNode> existing = records.find(
                        Kind.POLICY, body.path("databaseId").asText(""))
                .or(() -> records.all(Kind.POLICY).stream()
                        .filter(policy -> policy.path("number").asText().equals(number))
                        .findFirst());
        Optional<ObjectNode> insured =
                records.find(Kind.INSURED, body.path("insuredDatabaseId").asText(""));
        if (existing.isEmpty() && insured.isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        ObjectNode policy = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        String id = policy.path("databaseId").asText(UUID.randomUUID().toString());
        policy.put("databaseId", id);
        insured.ifPresent(
                found -> policy.put("insuredDatabaseId", found.path("id").asText()));
        for (String field :
                List.of("number", "effectiveDate", "expirationDate", "businessSubType", "description", "carrierName")) {
            if (body.hasNonNull(field)) {
                policy.put(field, body.path(field).asText());
            }
        }
        policy.withArray("_linesOfBusiness")
                .removeAll()
                .add(body.path("lineOfBusinessName").asText());
        int manualStatus = body.path("manualStatus").asInt(-1);
        if (manualStatus >= 0 && manualStatus < STATUSES.size()) {
            policy.put("status", STATUSES.get(manualStatus));
        }
        policy.put("changeDate", simulator.iso());
        simulator.mark(policy, "POLICY", request, number, true);
        store(Kind.POLICY, id, policy);
        ObjectNode answer = accepted("The policy was saved.");
        answer.withArray("policiesOrQuotes")
                .addObject()
                .put("policyOrQuoteId", id)
                .put("isQuote", false)
                .put("status", 1);
        return answer.put("insuredDatabaseId", policy.path("insuredDatabaseId").asText());
    }

    private void store(Kind kind, String id, ObjectNode row) {
        if (records.find(kind, id).isPresent()) {
            records.update(kind, id, row);
        } else {
            records.insert(kind, id, row);
        }
    }

    private Optional<ObjectNode> insured(JsonNode body) {
        String id =
                body.path("insured_database_id").asText(body.path("insured_id").asText(""));
        String email = body.path("insured_email").asText("");
        return records.find(Kind.INSURED, id)
                .or(() -> records.all(Kind.INSURED).stream()
                        .filter(row ->
                                !email.isEmpty() && row.path("eMail").asText("").equalsIgnoreCase(email))
                        .findFirst());
    }

    /** The refusal of a write that lacks a required field. */
    static Optional<ObjectNode> missing(JsonNode body, List<String> required) {
        return required.stream()
                .filter(field -> body.path(field).asText("").isBlank())
                .findFirst()
                .map(field -> Answers.refused("The field " + field + " is required."));
    }

    private static ObjectNode accepted(String message) {
        return Answers.JSON.createObjectNode().put("status", 1).put("message", message);
    }
}
