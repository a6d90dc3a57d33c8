package org.throughline.staff.web;

import io.swagger.v3.oas.annotations.Operation;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.platform.security.Caller;
import org.throughline.staff.roster.ImportOutcome;
import org.throughline.staff.roster.RosterFile;

/** People and licenses as a CSV file, in and out. */
@RestController
@RequestMapping("/api/staff")
class RosterFileController {

    private static final int LARGEST = 5 * 1024 * 1024;
    private static final String CSV = "text/csv";

    private final RosterFile file;

    RosterFileController(RosterFile file) {
        this.file = file;
    }

    @PostMapping(path = "/import", consumes = CSV)
    @Operation(
            summary = "Takes people and licenses over from a file, all of it or nothing",
            description = "One row a license; further rows of a person repeat the person's columns or leave them empty."
                    + " The header line is: user_id, name, title, role, email, branch, partner, queues, skills,"
                    + " languages, capacity_minutes, time_zone, working_hours, active, license_number, npn,"
                    + " license_state, resident, license_lines, license_status, license_effective, license_expires."
                    + " Lists are separated by semicolons, dates are 2026-11-23. Who is named is added or replaced;"
                    + " who is not stays, and so do appointments. With dryRun=true nothing is written, and the answer"
                    + " says what would be and every error by line and column.")
    ImportOutcome take(
            @RequestParam(defaultValue = "true") boolean dryRun,
            @RequestHeader(HttpHeaders.CONTENT_TYPE) MediaType type,
            InputStream body,
            @AuthenticationPrincipal Caller caller)
            throws IOException {
        byte[] content = body.readNBytes(LARGEST + 1);
        if (content.length > LARGEST) {
            throw new ResponseStatusException(
                    HttpStatus.PAYLOAD_TOO_LARGE, "The file is larger than 5 MB. Import it in parts.");
        }
        @Nullable Charset charset = type.getCharset();
        return dryRun
                ? file.dryRun(content, charset, Actors.of(caller))
                : file.take(content, charset, Actors.of(caller));
    }

    @GetMapping(path = "/export", produces = CSV)
    @Operation(summary = "Everybody, in the format that the import takes")
    ResponseEntity<byte[]> export() {
        return ResponseEntity.ok()
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("people.csv")
                                .build()
                                .toString())
                .contentType(MediaType.parseMediaType(CSV + ";charset=UTF-8"))
                .body(file.export());
    }
}
