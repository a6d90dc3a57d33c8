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

    private static final List<String> CERTIFICATE_REQUIRED = List.of(
            "holder_name",
            "holder_address",
            "holder_city",
            "holder_state",
            "holder_zip",
            "status",
            "insured_name",
            "insured_email");
    private final NowCertsRecords records;
    private final InsuredMatch insureds;
    private final Simulator simulator;

    NowCertsWriteController(NowCertsRecords records, InsuredMatch insureds, Simulator nowCertsSimulator) {
        this.records = records;
        this.insureds = insureds;
        this.simulator = nowCertsSimulator;
    }

    /** Always inserts. */
    @PostMapping("/Zapier/InsertNote")
    ObjectNode insertNote(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> insured = insureds.find(body);
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
        note.put("noteType", body.path("type").asText(null));
        note.put("subject", subject);
        note.put("createDate", simulator.iso());
        note.put("changeDate", simulator.iso());
        note.put("origin", "Web Service");
        note.put("createdBy", half ? null : body.path("creator_name").asText(null));
        note.put("parentNoteId", body.path("parent_note_id").asText(null));
        note.set("hide", body.hasNonNull("hide") ? body.path("hide") : note.nullNode());
        ObjectNode about = note.putObject("insured");
        about.set("databaseId", insured.get().path("id"));
        about.set("email", insured.get().path("eMail"));
        about.set("firstName", insured.get().path("firstName"));
        about.set("lastName", insured.get().path("lastName"));
        about.set("commercialName", insured.get().path("commercialName"));
        if (!half) {
            records.find(Kind.POLICY, body.path("policy_database_id").asText(""))
                    .ifPresent(policy -> note.set("policy", NowCertsLists.brief(policy)));
        }
        simulator.mark(note, "NOTE", request, subject, true);
        records.insert(Kind.NOTE, id, note);
        ObjectNode data = Answers.JSON.createObjectNode();
        data.setAll(body);
        data.put("database_id", id).put("create_date", Answers.us(simulator.now()));
        return accepted("Note with Subject '" + subject + "' has been imported.")
                .set("data", data);
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
        task.put("description", half ? "" : body.path("description").asText(""));
        task.put("categoryName", body.path("category_name").asText(null));
        task.put("stageName", body.path("stage_name").asText(null));
        task.put("completion", body.path("completion").asInt(0));
        task.put("supervisorName", body.path("supervisor_name").asText(null));
        task.put(
                "creatorName",
                body.path("creatorName").asText(body.path("CreatorName").asText(null)));
        task.put("status", body.path("status").asText("NotStarted"));
        task.put("priority", body.path("priority").asText("medium"));
        task.put("dueDate", body.path("due_date").asText(null));
        task.put("policyNumber", body.path("policy_number").asText(null));
        task.set("assignedTo", body.path("assigned_to"));
        task.put("createDate", task.path("createDate").asText(simulator.iso()));
        task.put("changeDate", simulator.iso());
        insureds.find(body).ifPresent(insured -> InsuredMatch.show(task, insured));
        simulator.mark(task, "TASK", request, title, !half);
        records.keep(Kind.TASK, id, task);
        ObjectNode data = Answers.JSON.createObjectNode();
        data.setAll(body);
        data.put("database_id", id);
        return accepted("Task with database Id '" + id + "' has been imported.").set("data", data);
    }

    /** Updates the request of {@code database_id}, or inserts. */
    @PostMapping("/ServiceRequestCertificateOfInsurance/InsertOrUpdate")
    ObjectNode certificate(@RequestBody ObjectNode body, HttpServletRequest request) {
        Optional<ObjectNode> refusal = missing(body, CERTIFICATE_REQUIRED);
        if (refusal.isPresent()) {
            return refusal.get();
        }
        if (insureds.find(body).isEmpty()) {
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
        row.put("insuredPhone", body.path("insured_phone").asText(null));
        row.put("dueDate", body.path("due_date").asText(null));
        row.put("stage", body.path("stage").asText(null));
        row.put("customType", body.path("custom_type").asText(null));
        row.put("holderName", body.path("holder_name").asText());
        row.put("holderAddress", half ? "" : body.path("holder_address").asText());
        row.put("holderCity", half ? "" : body.path("holder_city").asText());
        row.put("holderState", half ? "" : body.path("holder_state").asText());
        row.put("holderZip", half ? "" : body.path("holder_zip").asText());
        row.put("policyLOB", body.path("policy_lob").asText(""));
        row.put("policyNumber", body.path("policy_number").asText(""));
        row.put(
                "additionalInterestRequested",
                body.path("additional_interest_requested").asBoolean());
        row.put(
                "waverSubrogationrequested",
                body.path("waver_subrogation_requested").asBoolean());
        row.put(
                "additionalrequirements",
                half ? "" : body.path("additional_requirements").asText(""));
        row.put("createDate", row.path("createDate").asText(simulator.iso()));
        row.put("changeDate", simulator.iso());
        simulator.mark(row, "CERTIFICATE", request, row.path("description").asText(), !half);
        records.keep(Kind.CERTIFICATE_REQUEST, id, row);
        return accepted("The service request was saved.").put("databaseId", id);
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
