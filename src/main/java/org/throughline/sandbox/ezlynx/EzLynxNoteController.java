package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;
import org.springframework.context.annotation.Profile;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/**
 * Notes at the web services, seen in a client: into the applicant's discussion of that title, which is opened where there is
 * none. The same notes are read at the gateway.
 */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/ezlynxapi/api/note/v1")
class EzLynxNoteController {

    private final EzLynxRecords records;
    private final DiscussionWriting writing;

    EzLynxNoteController(EzLynxRecords records, DiscussionWriting writing) {
        this.records = records;
        this.writing = writing;
    }

    @PostMapping({"", "/"})
    ObjectNode note(@RequestBody ObjectNode body, HttpServletRequest request) {
        String applicantId = body.path("ApplicantId").asText("");
        String title = body.path("DiscussionTitle").asText("");
        ObjectNode note = EzLynxRecords.JSON
                .createObjectNode()
                .put("type", "Note")
                .put("body", body.path("NoteDescription").asText(""));
        JsonNode applicant = records.applicant(applicantId);
        Optional<ObjectNode> discussion = records.all(Kind.DISCUSSION).stream()
                .filter(row -> row.path("applicantId").equals(applicant.path("Id")))
                .filter(row -> row.path("title").asText().equalsIgnoreCase(title))
                .findFirst();
        return EzLynxRecords.JSON
                .createObjectNode()
                .put(
                        "NoteId",
                        discussion.isPresent()
                                ? writing.add(discussion.get(), note, request)
                                : opened(applicantId, title, note, request));
    }

    private long opened(String applicantId, String title, ObjectNode note, HttpServletRequest request) {
        ObjectNode discussion = EzLynxRecords.JSON.createObjectNode().put("applicantId", applicantId);
        discussion.putObject("discussion").put("title", title);
        discussion.set("note", note);
        long id = writing.open(discussion, request);
        return records.find(Kind.DISCUSSION, String.valueOf(id))
                .map(row -> row.path("mostRecentNoteId").asLong())
                .orElse(0L);
    }
}
