package org.throughline.sandbox.ezlynx;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.ContentDisposition;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Documents at the gateway: uploaded as a form, listed, downloaded; neither replaced nor deleted. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/ezlynx/documentapi/documents/v1")
class EzLynxDocumentController {

    private final EzLynxRecords records;
    private final EzLynxLogins logins;
    private final Simulator simulator;

    EzLynxDocumentController(EzLynxRecords records, EzLynxLogins logins, Simulator ezLynxSimulator) {
        this.records = records;
        this.logins = logins;
        this.simulator = ezLynxSimulator;
    }

    /** Which scope documents need is not documented; clients ask for either of these. */
    @ModelAttribute
    void scope(HttpServletRequest request) {
        logins.require(request, List.of("DocumentApi", "EzLynxApi"));
    }

    /** Answers with the document's number as plain text. Every call makes another document. */
    @PostMapping("/account/{applicantId:\\d+}/document")
    ResponseEntity<String> upload(@PathVariable("applicantId") String applicantId, HttpServletRequest request)
            throws IOException {
        ObjectNode applicant = records.applicant(applicantId);
        Map<String, Part> parts = parts(request.getInputStream().readAllBytes(), request.getContentType());
        String name = text(parts, "DocumentName");
        String policyId = text(parts, "PolicyMasterId");
        Part file = parts.get("File");
        if (file == null) {
            throw new Refused(400, "The File field is required.");
        }
        boolean policyFits = policyId.equals("0")
                || records.find(Kind.POLICY, policyId)
                        .map(policy -> policy.path("applicantId").asText().equals(applicantId))
                        .orElse(false);
        if (!policyFits) {
            throw new Refused(400, "PolicyMasterId is not a policy of this account.");
        }
        boolean half = simulator.halfWritten();
        byte[] kept = half ? Arrays.copyOf(file.bytes(), file.bytes().length / 2) : file.bytes();
        long id = records.next(Kind.DOCUMENT);
        ObjectNode row = EzLynxRecords.JSON.createObjectNode();
        row.put("_id", String.valueOf(id));
        row.put("id", id);
        row.put("documentName", name);
        row.put("policyMasterId", policyId);
        row.put("createdDate", simulator.iso());
        row.set("applicantId", applicant.path("Id"));
        row.put("_type", file.type());
        simulator.mark(row, "DOCUMENT", EzLynxEdge.asCalled(request), name, !half);
        records.put(Kind.DOCUMENT, String.valueOf(id), row, kept);
        return ResponseEntity.ok().contentType(MediaType.TEXT_PLAIN).body(String.valueOf(id));
    }

    @GetMapping("/account/{applicantId:\\d+}/document-search")
    ObjectNode search(@PathVariable("applicantId") String applicantId) {
        records.applicant(applicantId);
        ObjectNode answer = EzLynxRecords.JSON.createObjectNode();
        ArrayNode results = answer.putArray("results");
        records.of(Kind.DOCUMENT, applicantId).forEach(row -> results.add(SimulatorStore.answered(row)));
        return answer;
    }

    @GetMapping("/{id:\\d+}/download")
    ResponseEntity<byte[]> download(@PathVariable("id") String id) {
        ObjectNode row = records.find(Kind.DOCUMENT, id).orElseThrow(() -> new Refused(404, "Document not found."));
        return ResponseEntity.ok()
                .header("Content-Type", row.path("_type").asText("application/octet-stream"))
                .body(records.content(id));
    }

    private record Part(String type, byte[] bytes) {}

    private static String text(Map<String, Part> parts, String name) {
        Part part = parts.get(name);
        if (part == null || part.bytes().length == 0) {
            throw new Refused(400, "The " + name + " field is required.");
        }
        return new String(part.bytes(), StandardCharsets.UTF_8).strip();
    }

    /** The parts of the form by name, in any case. */
    private static Map<String, Part> parts(byte[] body, String contentType) throws IOException {
        if (contentType == null || !contentType.toLowerCase(Locale.ROOT).startsWith("multipart/form-data")) {
            throw new Refused(415, "Unsupported Media Type");
        }
        Map<String, Part> parts = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
        try {
            MimeMultipart form = new MimeMultipart(new ByteArrayDataSource(body, contentType));
            for (int at = 0; at < form.getCount(); at++) {
                BodyPart part = form.getBodyPart(at);
                String name = new ContentDisposition(part.getHeader("Content-Disposition")[0]).getParameter("name");
                parts.put(
                        name,
                        new Part(part.getContentType(), part.getInputStream().readAllBytes()));
            }
        } catch (MessagingException | NullPointerException broken) {
            throw new Refused(400, "The form cannot be read.");
        }
        return parts;
    }
}
