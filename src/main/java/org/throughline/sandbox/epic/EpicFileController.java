package org.throughline.sandbox.epic;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.util.Arrays;
import java.util.List;
import org.springframework.context.annotation.Profile;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.sandbox.vendor.Simulator;

/** Files of attachments by addresses that are their own credential. */
@Hidden
@RestController
@Profile("sandbox")
@RequestMapping("/sandbox/epic/files")
class EpicFileController {

    private final EpicRecords records;
    private final EpicFileLinks links;
    private final Simulator simulator;

    EpicFileController(EpicRecords records, EpicFileLinks links, Simulator epicSimulator) {
        this.records = records;
        this.links = links;
        this.simulator = epicSimulator;
    }

    /** Half of it kept is half of the bytes. */
    @PutMapping("/upload/{id}")
    ResponseEntity<Void> upload(
            @PathVariable("id") String id,
            @RequestParam("expires") long expires,
            @RequestParam("key") String key,
            HttpServletRequest request)
            throws IOException {
        check("upload", id, expires, key);
        byte[] whole = request.getInputStream().readAllBytes();
        boolean half = simulator.halfWritten();
        byte[] kept = half ? Arrays.copyOf(whole, whole.length / 2) : whole;
        ObjectNode row = records.get(Kind.ATTACHMENT, id).deepCopy();
        String name = row.path("_uploadFileName").asText();
        int dot = name.lastIndexOf('.');
        row.putObject("file")
                .put("id", EpicHal.id("file " + id))
                .put("status", "OK")
                .put("name", dot <= 0 ? name : name.substring(0, dot))
                .put("extension", dot <= 0 ? "" : name.substring(dot))
                .put("size", kept.length);
        row.put("editedOn", EpicStamps.now(simulator));
        simulator.mark(row, "DOCUMENT", request, row.path("description").asText(), !half);
        records.put(Kind.ATTACHMENT, id, row, kept);
        return ResponseEntity.ok().build();
    }

    @GetMapping("/download/{id}")
    ResponseEntity<byte[]> download(
            @PathVariable("id") String id, @RequestParam("expires") long expires, @RequestParam("key") String key) {
        check("download", id, expires, key);
        records.get(Kind.ATTACHMENT, id);
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .body(records.content(id));
    }

    private void check(String direction, String id, long expires, String key) {
        if (!links.good(direction, id, expires, key)) {
            throw new EpicProblem(403, "Forbidden", "The address is not good any more", List.of());
        }
    }
}
