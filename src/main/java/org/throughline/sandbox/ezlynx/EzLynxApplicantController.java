package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * Applicants at the web services. They are read by number; there is no search. Bodies are taken to the letter: a field
 * that does not begin with a capital is not seen.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/ezlynxapi/api/applicant/v2")
class EzLynxApplicantController {

    private static final List<String> FIELDS = List.of(
            "FirstName",
            "LastName",
            "BusinessName",
            "Email",
            "BusinessEmail",
            "CellPhone",
            "HomePhone",
            "WorkPhone",
            "BusinessPhone",
            "AssignedTo");

    private final EzLynxRecords records;
    private final Simulator simulator;

    EzLynxApplicantController(EzLynxRecords records, Simulator ezLynxSimulator) {
        this.records = records;
        this.simulator = ezLynxSimulator;
    }

    @GetMapping("/{id:\\d+}")
    ObjectNode applicant(@PathVariable("id") String id) {
        return SimulatorStore.answered(records.applicant(id));
    }

    /** Seen in clients: answers with the number, bare. Every call makes another applicant. */
    @PostMapping("/commercial")
    ResponseEntity<String> commercial(@RequestBody ObjectNode body, HttpServletRequest request) {
        require(body, "BusinessName");
        return created(body, request);
    }

    /** Seen in clients. */
    @PostMapping({"", "/"})
    ResponseEntity<String> personal(@RequestBody ObjectNode body, HttpServletRequest request) {
        require(body, "FirstName");
        require(body, "LastName");
        return created(body, request);
    }

    private static void require(JsonNode body, String field) {
        if (body.path(field).asText("").isBlank()) {
            throw new Refused(400, "The " + field + " field is required.");
        }
    }

    private ResponseEntity<String> created(ObjectNode body, HttpServletRequest request) {
        String assigned = body.path("AssignedTo").asText("");
        if (!assigned.isEmpty() && records.user(assigned).isEmpty()) {
            throw new Refused(400, "AssignedTo is not a user of this organization.");
        }
        boolean half = simulator.halfWritten();
        long id = records.next(Kind.APPLICANT);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("Id", id);
        row.put("ApplicantType", "Prospect");
        FIELDS.forEach(field -> row.set(field, body.path(field).isValueNode() ? body.get(field) : row.nullNode()));
        row.set("CurrentAddress", half ? row.objectNode() : body.path("CurrentAddress"));
        row.set("CoApplicant", body.path("CoApplicant"));
        for (String part : List.of("CurrentAddress", "CoApplicant")) {
            if (!row.path(part).isObject()) {
                row.set(part, row.objectNode());
            }
        }
        String text = body.path("BusinessName").asText(body.path("LastName").asText());
        simulator.mark(row, "OTHER", EzLynxEdge.asCalled(request), text, !half);
        records.insert(Kind.APPLICANT, String.valueOf(id), row);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(id));
    }
}
