package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Set;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;
import org.throughline.sandbox.vendor.Simulator;

/**
 * Writes discussions and notes. Kept in part, a new discussion comes without its note, a note with half of its text, a
 * task as a note without its task.
 */
@Component
@Profile("sandbox")
class DiscussionWriting {

    private static final String TASK = "TaskCreationNote";
    private static final Set<String> TYPES = Set.of("Note", TASK);

    private final EzLynxRecords records;
    private final EzLynxSandboxProperties properties;
    private final Simulator simulator;

    DiscussionWriting(EzLynxRecords records, EzLynxSandboxProperties properties, Simulator ezLynxSimulator) {
        this.records = records;
        this.properties = properties;
        this.simulator = ezLynxSimulator;
    }

    /** A discussion with its first note. */
    long open(ObjectNode body, HttpServletRequest request) {
        ObjectNode applicant = records.applicant(body.path("applicantId").asText(""));
        String title = body.path("discussion").path("title").asText("");
        if (title.isBlank()) {
            throw new Refused(400, "The title field is required.");
        }
        JsonNode note = body.path("note");
        check(note);
        long id = records.next(Kind.DISCUSSION);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.set("applicantId", applicant.path("Id"));
        row.put("created", simulator.iso());
        row.set("createdById", ourselves());
        row.put("deleted", false);
        row.put("discussionId", id);
        row.put("lastModified", simulator.iso());
        row.set("lastModifiedById", ourselves());
        row.putNull("mostRecentNoteId");
        row.put("noteCount", 0);
        row.putNull("opportunityId");
        row.put("organizationId", Long.parseLong(properties.organizationId()));
        row.put("title", title);
        row.putArray("watcherUserIds").add(ourselves());
        if (simulator.halfWritten()) {
            simulator.mark(
                    row,
                    operation(note),
                    EzLynxEdge.asCalled(request),
                    note.path("body").asText(),
                    false);
            records.insert(Kind.DISCUSSION, String.valueOf(id), row);
            return id;
        }
        records.insert(Kind.DISCUSSION, String.valueOf(id), row);
        add(row, note, request);
        return id;
    }

    /** Another note in a discussion. */
    long add(ObjectNode discussion, JsonNode note, HttpServletRequest request) {
        check(note);
        boolean half = simulator.halfWritten();
        boolean task = note.path("type").asText().equals(TASK);
        String body = note.path("body").asText();
        long id = records.next(Kind.NOTE);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("noteId", id);
        row.set("discussionId", discussion.path("discussionId"));
        row.set("applicantId", discussion.path("applicantId"));
        row.set("type", note.path("type"));
        row.put("body", half && !task ? body.substring(0, body.length() / 2) : body);
        row.put("created", simulator.iso());
        row.set("createdById", ourselves());
        if (task && !half) {
            row.set("task", task(note.path("task"), id));
        }
        simulator.mark(row, operation(note), EzLynxEdge.asCalled(request), body, !half);
        records.insert(Kind.NOTE, String.valueOf(id), row);
        count(discussion, id);
        return id;
    }

    /** The discussion with one note more; one that had lost its first note is whole with this one. */
    private void count(ObjectNode discussion, long noteId) {
        ObjectNode row = discussion.deepCopy();
        row.put("noteCount", row.path("noteCount").asInt() + 1);
        row.put("mostRecentNoteId", noteId);
        row.put("lastModified", simulator.iso());
        row.set("lastModifiedById", ourselves());
        row.remove("_operation");
        records.update(Kind.DISCUSSION, row.path("_id").asText(), row);
    }

    private ObjectNode task(JsonNode given, long noteId) {
        ObjectNode task = EzLynxRecords.JSON.createObjectNode();
        task.put("taskId", noteId - Kind.NOTE.base() + 77_000_000);
        task.set("assignedUserId", given.has("assignedUserId") ? given.path("assignedUserId") : ourselves());
        task.set("dueDate", given.has("due") ? given.path("due") : task.nullNode());
        task.set("reminders", given.has("reminders") ? given.path("reminders") : task.arrayNode());
        return task;
    }

    private void check(JsonNode note) {
        if (!TYPES.contains(note.path("type").asText())) {
            throw new Refused(400, "The type of a note is one of Note, TaskCreationNote.");
        }
        if (note.path("body").asText("").isBlank()) {
            throw new Refused(400, "The body field is required.");
        }
        if (note.path("type").asText().equals(TASK)) {
            checkTask(note.path("task"));
        }
    }

    private void checkTask(JsonNode task) {
        if (!task.isObject()) {
            throw new Refused(400, "The task field is required.");
        }
        JsonNode user = task.path("assignedUserId");
        boolean known = user.isIntegralNumber()
                && records.find(Kind.USER, user.asText())
                        .map(row -> row.path("IsActive").asBoolean())
                        .orElse(false);
        if (!user.isMissingNode() && !known) {
            throw new Refused(400, "assignedUserId is not an active user of this organization.");
        }
        try {
            if (task.has("due")) {
                Instant.parse(task.path("due").asText());
            }
        } catch (DateTimeParseException broken) {
            throw new Refused(400, "due is not a time such as 2026-11-30T22:00:00.000Z.");
        }
    }

    private static String operation(JsonNode note) {
        return note.path("type").asText().equals(TASK) ? "TASK" : "NOTE";
    }

    private JsonNode ourselves() {
        return records.user(properties.accountUsername())
                .map(user -> user.path("Id"))
                .orElseThrow(() -> new IllegalStateException("The store has no user " + properties.accountUsername()));
    }
}
