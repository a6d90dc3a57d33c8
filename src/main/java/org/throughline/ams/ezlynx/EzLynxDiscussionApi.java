package org.throughline.ams.ezlynx;

import feign.Headers;
import feign.Param;
import feign.RequestLine;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.throughline.platform.vendor.VendorAnswer;

/** Discussions at the gateway, version 8: threads of notes on an applicant; a task is a note of its own type. */
@Headers({"Accept: application/json", "Content-Type: application/json", EzLynxClassicApi.AGENT})
interface EzLynxDiscussionApi {

    /** Seen in several clients. */
    @RequestLine("GET /DiscussionApi/v8/discussions/by-applicant?applicantId={applicantId}")
    List<Discussion> ofApplicant(@Param("applicantId") String applicantId);

    /** Seen in clients, which do not say under which name the notes come; {@code notes} is assumed. */
    @RequestLine("GET /DiscussionApi/v8/discussions/{id}/with-notes")
    Discussion withNotes(@Param("id") String id);

    /** Seen in clients: answers with the discussion's id. Every call opens another discussion. */
    @RequestLine("POST /DiscussionApi/v8/discussions/with-note")
    VendorAnswer open(Map<String, Object> discussionWithNote);

    /** Seen in clients. Every call adds another note. */
    @RequestLine("POST /DiscussionApi/v8/discussions/{id}/notes")
    Added add(@Param("id") String id, Map<String, Object> note);

    record Discussion(
            @Nullable String discussionId,
            @Nullable String title,
            @Nullable Boolean deleted,
            @Nullable List<Note> notes) {

        List<Note> allNotes() {
            return Objects.requireNonNullElse(notes, List.of());
        }
    }

    record Note(
            @Nullable String noteId,
            @Nullable String type,
            @Nullable String body,
            @Nullable Task task) {}

    record Task(@Nullable String taskId, @Nullable String assignedUserId) {}

    record Added(@Nullable String noteId) {}
}
