package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.SimulatorStore;

/**
 * Discussions, version 8. Notes are read through their discussion or by a query; a GET of a discussion's notes is not
 * allowed. Nothing is changed and nothing recognized: every POST writes anew.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/discussionapi/v8")
class EzLynxDiscussionController {

    private final EzLynxRecords records;
    private final EzLynxLogins logins;
    private final DiscussionWriting writing;

    EzLynxDiscussionController(EzLynxRecords records, EzLynxLogins logins, DiscussionWriting writing) {
        this.records = records;
        this.logins = logins;
        this.writing = writing;
    }

    @ModelAttribute
    void scope(HttpServletRequest request) {
        logins.require(request, List.of("DiscussionApi"));
    }

    @GetMapping("/discussions/by-applicant")
    List<ObjectNode> ofApplicant(@RequestParam("applicantId") String applicantId) {
        return records.of(Kind.DISCUSSION, applicantId).stream()
                .map(SimulatorStore::answered)
                .toList();
    }

    @GetMapping("/discussions/ids-by-applicant")
    ArrayNode idsOfApplicant(@RequestParam("applicantId") String applicantId) {
        ArrayNode ids = EzLynxRecords.JSON.createArrayNode();
        records.of(Kind.DISCUSSION, applicantId).forEach(row -> ids.add(row.path("discussionId")));
        return ids;
    }

    @GetMapping("/discussions/{id:\\d+}")
    ObjectNode discussion(@PathVariable("id") String id) {
        return SimulatorStore.answered(found(id));
    }

    private ObjectNode found(String id) {
        return records.find(Kind.DISCUSSION, id).orElseThrow(() -> new Refused(404, "Discussion not found."));
    }

    /** That the notes come as {@code notes} is assumed. */
    @GetMapping("/discussions/{id:\\d+}/with-notes")
    ObjectNode withNotes(@PathVariable("id") String id) {
        ObjectNode answer = SimulatorStore.answered(found(id));
        ArrayNode notes = answer.putArray("notes");
        records.all(Kind.NOTE).stream()
                .filter(note -> note.path("discussionId").asText().equals(id))
                .forEach(note -> notes.add(SimulatorStore.answered(note)));
        return answer;
    }

    @PostMapping("/notes/query")
    ArrayNode notes(@RequestBody ObjectNode body) {
        if (!body.path("noteIds").isArray()) {
            throw new Refused(400, "The noteIds field is required.");
        }
        ArrayNode notes = EzLynxRecords.JSON.createArrayNode();
        for (JsonNode id : body.path("noteIds")) {
            records.find(Kind.NOTE, id.asText()).ifPresent(note -> notes.add(SimulatorStore.answered(note)));
        }
        return notes;
    }

    /** Answers with the discussion's number, bare. */
    @PostMapping("/discussions/with-note")
    ResponseEntity<String> open(@RequestBody ObjectNode body, HttpServletRequest request) {
        long id = writing.open(body, request);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(id));
    }

    @PostMapping("/discussions/{id:\\d+}/notes")
    ObjectNode add(@PathVariable("id") String id, @RequestBody ObjectNode note, HttpServletRequest request) {
        return EzLynxRecords.JSON.createObjectNode().put("noteId", writing.add(found(id), note, request));
    }
}
