package org.throughline.sandbox.hawksoft;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.zip.GZIPInputStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.util.MimeType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Attachments of the simulated system: gzip bytes as the body and all else in headers, texts of them in base64. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/hawksoft/vendor/agency/{agencyId}/client/{clientNumber}")
class HawkSoftAttachmentController {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int LONGEST_DESCRIPTION = 41;
    private static final int LARGEST = 64 << 20;

    private final HawkSoftRecords records;
    private final HawkSoftJournal journal;

    HawkSoftAttachmentController(HawkSoftRecords records, HawkSoftJournal journal) {
        this.records = records;
        this.journal = journal;
    }

    /** A half-written attachment has lost half of its bytes. */
    @PostMapping("/attachment")
    ResponseEntity<String> attach(@PathVariable("clientNumber") String clientNumber, HttpServletRequest request)
            throws IOException {
        ObjectNode client = records.find(Kind.CLIENT, clientNumber).orElseThrow(HawkSoftRefusal::noSuchClient);
        if (!octets(request.getContentType())) {
            throw HawkSoftRefusal.badRequest("The content type must be application/octet-stream");
        }
        String refId = CallChecks.guid(header(request, "RefId"), "RefId");
        CallChecks.policy(client, request.getHeader("PolicyId"));
        ObjectNode whole = metadata(request);
        whole.put("refId", refId);
        whole.put("clientNumber", client.path("clientNumber").asInt());
        byte[] bytes = unzipped(request.getInputStream().readNBytes(LARGEST));
        byte[] part = Arrays.copyOf(bytes, bytes.length / 2);
        ObjectNode half = whole.deepCopy().put("size", part.length);
        whole.put("size", bytes.length);
        String text =
                whole.path("fileName").asText() + " " + whole.path("logNote").asText();
        HawkSoftJournal.Entry entry =
                new HawkSoftJournal.Entry(Kind.ATTACHMENT, refId, whole, bytes, half, part, "DOCUMENT", text);
        return HawkSoftJournal.answer(journal.keep(entry, request), "Attachment");
    }

    private static ObjectNode metadata(HttpServletRequest request) {
        String description = CallChecks.base64(request.getHeader("Desc"), "Desc");
        ObjectNode row = JSON.createObjectNode();
        row.put("ts", CallChecks.time(header(request, "TS"), "TS"));
        row.put(
                "desc",
                description.length() > LONGEST_DESCRIPTION
                        ? description.substring(0, LONGEST_DESCRIPTION)
                        : description);
        row.put("logNote", CallChecks.base64(request.getHeader("LogNote"), "LogNote"));
        row.put("fileName", CallChecks.base64(request.getHeader("FileName"), "FileName"));
        row.put("fileExt", header(request, "FileExt"));
        row.put("channel", CallChecks.action(number(header(request, "Channel")), "Channel"));
        row.put("policyId", request.getHeader("PolicyId"));
        if (request.getHeader("TaskTitle") != null) {
            row.set("task", task(request));
        }
        return row;
    }

    private static ObjectNode task(HttpServletRequest request) {
        String role = request.getHeader("TaskAssignedToRole");
        String email = request.getHeader("TaskAssignedToEmail");
        String due = request.getHeader("TaskDueDate");
        CallChecks.role(role, email);
        ObjectNode task = JSON.createObjectNode();
        task.put("title", CallChecks.base64(request.getHeader("TaskTitle"), "TaskTitle"));
        task.put("assignedToRole", role);
        task.put("assignedToEmail", email);
        task.put("dueDate", due == null ? null : CallChecks.time(due, "TaskDueDate"));
        return task;
    }

    private static String header(HttpServletRequest request, String name) {
        return CallChecks.required(request.getHeader(name), name);
    }

    private static IntNode number(String text) {
        return IntNode.valueOf(text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0);
    }

    private static boolean octets(@Nullable String contentType) {
        return contentType != null
                && MediaType.APPLICATION_OCTET_STREAM.equalsTypeAndSubtype(MimeType.valueOf(contentType));
    }

    private static byte[] unzipped(byte[] body) {
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(body))) {
            return in.readNBytes(LARGEST);
        } catch (IOException other) {
            throw HawkSoftRefusal.badRequest("The body is not compressed with gzip");
        }
    }
}
