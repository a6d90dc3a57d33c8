package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.context.annotation.Profile;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Activities and their notes; the vendor documents no change and no end of an activity. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/workflow-management/v1")
class EpicActivityController {

    private static final String PATH = "/workflow-management/v1/activities/";

    private final EpicRecords records;
    private final EpicActivityDraft drafts;
    private final Simulator simulator;

    EpicActivityController(EpicRecords records, EpicActivityDraft drafts, Simulator epicSimulator) {
        this.records = records;
        this.drafts = drafts;
        this.simulator = epicSimulator;
    }

    @GetMapping("/clients/{client}/activities")
    ResponseEntity<ObjectNode> activities(@PathVariable("client") String client, HttpServletRequest request) {
        records.get(Kind.CLIENT, client);
        EpicQuery query = new EpicQuery(request)
                .words(
                        "status",
                        List.of("OPEN", "CLOSED"),
                        null,
                        row -> row.path("status").asText())
                .days("enteredByDate", true, row -> row.at("/enteredBy/date").asText())
                .is("ownerEmployeeId", row -> owner(row, "EMPLOYEE"))
                .is("ownerWorkGroupId", row -> owner(row, "WORK_GROUP"))
                .is("indioSubmissionId", row -> "");
        String policy = query.given("associatedPolicyId");
        if (policy != null) {
            Set<String> ofPolicy = records.all(Kind.LINE).stream()
                    .filter(line -> line.path("policy").asText().equals(policy))
                    .map(line -> line.path("id").asText())
                    .collect(Collectors.toSet());
            ofPolicy.add(policy);
            query.filter(row -> ofPolicy.contains(row.at("/association/id").asText()));
        }
        query.filter(row -> row.at("/account/id").asText().equals(client));
        return EpicHal.ok(query.page(records.all(Kind.ACTIVITY), "activities", row -> listed(row, request)));
    }

    private static String owner(ObjectNode row, String type) {
        boolean ofType = row.at("/owner/type").asText().equals(type);
        return ofType ? row.at("/owner/id").asText() : "";
    }

    private static ObjectNode listed(ObjectNode row, HttpServletRequest request) {
        ObjectNode listed = row.deepCopy()
                .retain(
                        "id",
                        "description",
                        "owner",
                        "enteredBy",
                        "lastUpdatedBy",
                        "startFollowUpOn",
                        "endFollowUpOn",
                        "status");
        listed.set("code", row.at("/code/code"));
        listed.set("associationType", row.at("/association/type"));
        return EpicHal.link(listed, "self", request, PATH + row.path("id").asText());
    }

    /** Half of it kept is an activity without its note. */
    @PostMapping("/activities")
    ResponseEntity<ObjectNode> create(@RequestBody ObjectNode body, HttpServletRequest request) {
        ObjectNode activity = drafts.activity(body);
        String id = activity.path("id").asText();
        boolean noted = body.at("/note/content").isTextual();
        boolean half = simulator.halfWritten() && noted;
        String operation = activity.path("status").asText().equals("CLOSED") ? "NOTE" : "TASK";
        EpicStamps.by(activity, simulator);
        EpicStamps.updated(activity, simulator);
        simulator.mark(
                activity, operation, request, activity.path("description").asText(), !half);
        records.insert(Kind.ACTIVITY, id, activity);
        if (noted && !half) {
            note((ObjectNode) body.path("note"), id, body.at("/note/content").asText());
        }
        return EpicHal.created(linked(activity, request));
    }

    private ObjectNode note(ObjectNode body, String activityId, String content) {
        String id = UUID.randomUUID().toString();
        ObjectNode note = EpicHal.JSON.createObjectNode().put("id", id).put("_activity", activityId);
        EpicCatalog.byId(EpicCatalog.ACCESS_LEVELS, body.at("/accessLevel/id").asText("6"))
                .ifPresent(level -> note.set("accessLevel", level.deepCopy()));
        note.put("content", content);
        EpicStamps.by(note, simulator);
        records.insert(Kind.NOTE, id, note);
        return note;
    }

    private static ObjectNode linked(ObjectNode activity, HttpServletRequest request) {
        ObjectNode answer = SimulatorStore.answered(activity);
        EpicHal.link(answer, "self", request, PATH + activity.path("id").asText());
        return EpicHal.link(
                answer,
                "account",
                request,
                "/epic/account/v1/accounts/" + activity.at("/account/id").asText());
    }

    @GetMapping("/activities/{id}")
    ResponseEntity<ObjectNode> activity(@PathVariable("id") String id, HttpServletRequest request) {
        new EpicQuery(request).check();
        return EpicHal.ok(linked(records.get(Kind.ACTIVITY, id), request));
    }

    @GetMapping("/activities/{id}/notes")
    ResponseEntity<ObjectNode> notes(@PathVariable("id") String id, HttpServletRequest request) {
        records.get(Kind.ACTIVITY, id);
        EpicQuery query = new EpicQuery(request)
                .filter(row -> row.path("_activity").asText().equals(id));
        return EpicHal.ok(query.page(records.all(Kind.NOTE), "notes", row -> linkedNote(row, request)));
    }

    private static ObjectNode linkedNote(ObjectNode note, HttpServletRequest request) {
        return EpicHal.link(
                SimulatorStore.answered(note),
                "self",
                request,
                PATH + "notes/" + note.path("id").asText());
    }

    /** Half of it kept is half of its text. Answered with 200, as documented. */
    @PostMapping("/activities/{id}/notes")
    ResponseEntity<ObjectNode> addNote(
            @PathVariable("id") String id, @RequestBody ObjectNode body, HttpServletRequest request) {
        ObjectNode activity = records.get(Kind.ACTIVITY, id).deepCopy();
        drafts.checkNote(body);
        String content = body.path("content").asText();
        boolean half = simulator.halfWritten();
        ObjectNode note = note(body, id, half ? content.substring(0, content.length() / 2) : content);
        EpicStamps.updated(activity, simulator);
        String operation = activity.path("status").asText().equals("CLOSED") ? "NOTE" : "TASK";
        simulator.mark(
                activity, operation, request, activity.path("description").asText(), !half);
        records.update(Kind.ACTIVITY, id, activity);
        return EpicHal.ok(linkedNote(note, request));
    }

    @GetMapping("/activities/notes/{id}")
    ResponseEntity<ObjectNode> note(@PathVariable("id") String id, HttpServletRequest request) {
        new EpicQuery(request).check();
        return EpicHal.ok(linkedNote(records.get(Kind.NOTE, id), request));
    }
}
