package org.throughline.partner.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.throughline.partner.PartnerAccess;
import org.throughline.partner.PartnerAssignment;
import org.throughline.partner.PartnerAssignment.Status;
import org.throughline.partner.PartnerAssignments;
import org.throughline.partner.PartnerAssignments.Query;
import org.throughline.partner.PartnerFiles;
import org.throughline.partner.PartnerProcess;
import org.throughline.partner.PartnerRefused;
import org.throughline.partner.PartnerViewer;
import org.throughline.partner.web.PartnerWorkView.FileView;
import org.throughline.platform.AgencyProfile;
import org.throughline.platform.security.Caller;
import org.throughline.platform.security.Roles;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;

/** Partners' work: a partner sees its own, people of the agency see all of it. */
@RestController
@RequestMapping("/api/partner/work")
@Tag(name = "Partner work", description = "What external partners were given: packets, files both ways, declining")
class PartnerWorkController {

    private final PartnerAssignments assignments;
    private final PartnerAccess access;
    private final PartnerFiles files;
    private final PartnerProcess process;
    private final AgencyProfile agency;

    PartnerWorkController(
            PartnerAssignments assignments,
            PartnerAccess access,
            PartnerFiles files,
            PartnerProcess process,
            AgencyProfile agency) {
        this.assignments = assignments;
        this.access = access;
        this.files = files;
        this.process = process;
        this.agency = agency;
    }

    /** Why an offer is declined. */
    record Decline(@Nullable String reason) {}

    @GetMapping
    @Operation(
            summary = "Work, the newest offer first",
            description =
                    "status: OFFERED, ACCEPTED, FINISHED, DONE; people of the agency also see DECLINED, LATE, RETURNED"
                            + " and WITHDRAWN, and may ask for one partner.")
    Page<PartnerWorkView> list(
            @AuthenticationPrincipal Caller caller,
            @RequestParam(required = false) @Nullable Status status,
            @RequestParam(required = false) @Nullable String partner,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
        Query query = new Query(viewer(caller), status, partner == null || partner.isBlank() ? null : partner.strip());
        List<PartnerWorkView> items =
                assignments.find(query, page, size).stream().map(this::view).toList();
        return new Page<>(items, page, size, assignments.count(query));
    }

    @GetMapping("/{id}")
    @Operation(summary = "The packet of a piece of work, and what came back")
    PartnerWorkView get(@AuthenticationPrincipal Caller caller, @PathVariable String id) {
        return view(visible(caller, id));
    }

    @GetMapping("/{id}/files/{fileId}")
    @Operation(summary = "A file of the packet, or one that the partner sent")
    ResponseEntity<byte[]> file(
            @AuthenticationPrincipal Caller caller, @PathVariable String id, @PathVariable String fileId) {
        PartnerFiles.Content file = files.content(visible(caller, id), fileId)
                .orElseThrow(() -> Problem.notFound("Work " + id + " has no file " + fileId + "."));
        return ResponseEntity.ok()
                .contentType(MediaType.APPLICATION_OCTET_STREAM)
                .header("X-Content-Type-Options", "nosniff")
                .header("Content-Security-Policy", "sandbox; default-src 'none'")
                .header(HttpHeaders.CACHE_CONTROL, "no-store")
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(file.filename(), StandardCharsets.UTF_8)
                                .build()
                                .toString())
                .body(file.bytes());
    }

    @PostMapping("/{id}/files")
    @ResponseStatus(HttpStatus.CREATED)
    @Operation(
            summary = "Sends a file with the work",
            description =
                    "The body is the file itself, its Content-Type one of PDF, PNG, JPEG, TIFF, text or CSV; 10 MB.")
    FileView send(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String id,
            @RequestParam String filename,
            HttpServletRequest request)
            throws IOException {
        PartnerAssignment work = ofPartner(caller, id);
        byte[] bytes = request.getInputStream().readNBytes(PartnerFiles.LARGEST + 1);
        return FileView.of(files.send(work, filename, contentType(request), bytes, caller.userId()));
    }

    @PostMapping("/{id}/decline")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    @Operation(summary = "Declines an offer that was not accepted yet; the reason is needed")
    void decline(@AuthenticationPrincipal Caller caller, @PathVariable String id, @RequestBody Decline decline) {
        PartnerAssignment work = ofPartner(caller, id);
        if (decline.reason() == null || decline.reason().isBlank()) {
            throw Problem.badRequest("Say why you decline; reason is missing.");
        }
        process.decline(work, decline.reason().strip(), caller.userId());
    }

    @ExceptionHandler
    ProblemDetail refused(PartnerRefused refused) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, Objects.requireNonNullElse(refused.getMessage(), "This cannot be done."));
    }

    private static String contentType(HttpServletRequest request) {
        String type = request.getContentType();
        return type == null ? "" : type.replaceAll(";.*", "").strip();
    }

    /** Work that the caller may change: nobody of the agency answers for a partner here. */
    private PartnerAssignment ofPartner(Caller caller, String id) {
        if (viewer(caller) == null) {
            throw Problem.forbidden("This is for the partner itself.");
        }
        return visible(caller, id);
    }

    private PartnerAssignment visible(Caller caller, String id) {
        @Nullable PartnerViewer viewer = viewer(caller);
        return assignments
                .find(id)
                .filter(found -> viewer == null || viewer.sees(found))
                .orElseThrow(() -> Problem.notFound("There is no work " + id + " that you may see."));
    }

    /** Null for the agency's own people, who see everything. */
    private @Nullable PartnerViewer viewer(Caller caller) {
        Optional<PartnerViewer> viewer = access.viewer(caller.userId());
        if (viewer.isEmpty() && caller.groups().stream().noneMatch(Roles.IN_HOUSE::contains)) {
            throw Problem.forbidden("Your role does not see clients' requests. Ask an administrator.");
        }
        return viewer.orElse(null);
    }

    private PartnerWorkView view(PartnerAssignment work) {
        return PartnerWorkView.of(work, files.sent(work), agency.timeZone());
    }
}
