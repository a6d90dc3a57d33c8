package org.throughline.sandbox.nowcerts;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.mail.BodyPart;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMultipart;
import jakarta.mail.util.ByteArrayDataSource;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeFormatter;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.springframework.context.annotation.Profile;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;
import org.springframework.web.util.UriUtils;
import org.throughline.sandbox.vendor.Simulator;
import org.throughline.sandbox.vendor.SimulatorStore;

/** Files of the simulated system: put by name into a folder of an insured or a policy, read by links that expire. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/nowcerts")
class NowCertsFileController {

    private static final Duration LINK_GOOD_FOR = Duration.ofHours(1);

    private final NowCertsRecords records;
    private final Simulator simulator;
    private final Clock clock;
    private final String linkSecret = UUID.randomUUID().toString();

    NowCertsFileController(NowCertsRecords records, Simulator nowCertsSimulator, Clock clock) {
        this.records = records;
        this.simulator = nowCertsSimulator;
        this.clock = clock;
    }

    @PutMapping("/api/Insured/UploadInsuredFile")
    ObjectNode uploadToInsured(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        return upload(query(request, "insuredId"), "", query(request, "folderId"), body, request);
    }

    @PutMapping("/api/Policy/UploadPolicyFile")
    ObjectNode uploadToPolicy(HttpServletRequest request) throws IOException {
        byte[] body = request.getInputStream().readAllBytes();
        String policyId = query(request, "policyId");
        if (records.find(Kind.POLICY, policyId).isEmpty()) {
            return Answers.refused("The policy was not found.");
        }
        return upload(query(request, "insuredId"), policyId, query(request, "folderId"), body, request);
    }

    /** From the address alone: asking the request for a parameter would read the parts of the body away. */
    private static String query(HttpServletRequest request, String name) {
        String value = optional(request, name);
        if (value.isEmpty()) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, name + " is missing");
        }
        return value;
    }

    /** Names are told apart by no capitals, as the vendor's own samples show. */
    private static String optional(HttpServletRequest request, String name) {
        return UriComponentsBuilder.newInstance()
                .query(request.getQueryString())
                .build()
                .getQueryParams()
                .toSingleValueMap()
                .entrySet()
                .stream()
                .filter(parameter -> parameter.getKey().equalsIgnoreCase(name))
                .map(parameter -> UriUtils.decode(parameter.getValue(), StandardCharsets.UTF_8))
                .findFirst()
                .orElse("");
    }

    private ObjectNode upload(
            String insuredId, String policyId, String folderId, byte[] body, HttpServletRequest request) {
        if (records.find(Kind.INSURED, insuredId).isEmpty()) {
            return Answers.refused("The insured was not found.");
        }
        Upload upload = upload(body, request.getContentType());
        boolean half = simulator.halfWritten();
        byte[] kept = half ? Arrays.copyOf(upload.bytes(), upload.bytes().length / 2) : upload.bytes();
        Optional<ObjectNode> existing = records.all(Kind.FILE).stream()
                .filter(row -> row.path("_insured").asText().equals(insuredId)
                        && row.path("_policy").asText().equals(policyId)
                        && row.path("_folder").asText().equals(folderId)
                        && row.path("name").asText().equals(upload.name()))
                .findFirst();
        ObjectNode file = existing.orElseGet(Answers.JSON::createObjectNode).deepCopy();
        String id = file.path("databaseId").asText(UUID.randomUUID().toString());
        file.put("databaseId", id);
        file.put("name", upload.name());
        file.putNull("path");
        file.put("type", 0);
        file.put("fileOrFolder", "File");
        file.put("mime", upload.contentType());
        file.put("size", kept.length);
        file.put("createDate", file.path("createDate").asText(simulator.iso()));
        file.put("changeDate", simulator.iso());
        file.putNull("creatorName");
        file.put("isInsuredVisibleFolder", false);
        file.put("_insured", insuredId);
        file.put("_policy", policyId);
        file.put("_folder", folderId);
        simulator.mark(file, "DOCUMENT", request, upload.name(), !half);
        records.put(Kind.FILE, id, file, kept);
        return answered(linked(file));
    }

    @GetMapping("/api/Insured/GetInsuredFilesList")
    ObjectNode insuredFiles(HttpServletRequest request) {
        String insuredId = query(request, "insuredId");
        return records.find(Kind.INSURED, insuredId)
                .map(insured -> listed(
                        "name",
                        insured.path("commercialName")
                                .asText(insured.path("lastName").asText()),
                        files(insuredId, "", optional(request, "folderId"))))
                .orElseGet(() -> Answers.refused("The insured was not found."));
    }

    @GetMapping("/api/Policy/GetPolicyFilesList")
    ObjectNode policyFiles(HttpServletRequest request) {
        String policyId = query(request, "policyId");
        String insuredId = query(request, "insuredId");
        return records.find(Kind.POLICY, policyId)
                .map(policy -> listed(
                        "number",
                        policy.path("number").asText(),
                        files(insuredId, policyId, optional(request, "folderId"))))
                .orElseGet(() -> Answers.refused("The policy was not found."));
    }

    private static ObjectNode listed(String name, String value, ArrayNode files) {
        ObjectNode data = Answers.JSON.createObjectNode().put(name, value);
        data.set("files", files);
        return answered(data);
    }

    private static ObjectNode answered(ObjectNode data) {
        ObjectNode answer = Answers.JSON.createObjectNode().put("status", 1);
        answer.set("data", data);
        return answer.putNull("message");
    }

    /** What lies in a folder, or at the top where none is named. */
    private ArrayNode files(String insuredId, String policyId, String folderId) {
        ArrayNode files = Answers.JSON.createArrayNode();
        records.all(Kind.FILE).stream()
                .filter(row -> row.path("_insured").asText().equals(insuredId)
                        && row.path("_policy").asText().equals(policyId)
                        && row.path("_folder").asText().equals(folderId))
                .forEach(row -> files.add(linked(row)));
        return files;
    }

    @GetMapping("/api/Files/GetFileDirectUrl/{id}")
    ObjectNode directUrl(@PathVariable("id") String id) {
        return records.find(Kind.FILE, id)
                .map(file -> answered(linked(file).retain("downloadUrl", "downloadUrlExpiresAtUtc")))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The link is the credential here, and it expires. */
    @GetMapping("/files/{id}")
    ResponseEntity<byte[]> download(
            @PathVariable("id") String id, @RequestParam("expires") long expires, @RequestParam("key") String key) {
        boolean good = key.equals(key(id, expires)) && clock.instant().getEpochSecond() < expires;
        if (!good || records.find(Kind.FILE, id).isEmpty()) {
            return ResponseEntity.status(HttpStatus.FORBIDDEN).build();
        }
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(records.content(id));
    }

    private ObjectNode linked(ObjectNode file) {
        Instant until = clock.instant().plus(LINK_GOOD_FOR);
        String id = file.path("databaseId").asText();
        long expires = until.getEpochSecond();
        ObjectNode answer = SimulatorStore.answered(file);
        answer.put("downloadUrl", "/sandbox/nowcerts/files/" + id + "?expires=" + expires + "&key=" + key(id, expires));
        answer.put("downloadUrlExpiresAtUtc", DateTimeFormatter.ISO_INSTANT.format(until));
        return answer;
    }

    private String key(String id, long expires) {
        String signed = linkSecret + id + expires;
        return UUID.nameUUIDFromBytes(signed.getBytes(StandardCharsets.UTF_8)).toString();
    }

    private record Upload(String name, String contentType, byte[] bytes) {}

    private static Upload upload(byte[] body, String contentType) {
        try {
            MimeMultipart parts = new MimeMultipart(new ByteArrayDataSource(body, contentType));
            BodyPart part = parts.getBodyPart(0);
            return new Upload(
                    Optional.ofNullable(part.getFileName()).orElse("file"),
                    part.getContentType(),
                    part.getInputStream().readAllBytes());
        } catch (MessagingException | IOException broken) {
            throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "One file as multipart form data", broken);
        }
    }
}
