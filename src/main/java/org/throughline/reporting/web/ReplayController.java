package org.throughline.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.throughline.platform.security.Caller;
import org.throughline.platform.web.Page;
import org.throughline.platform.web.Problem;
import org.throughline.reporting.ReportRequestRefused;
import org.throughline.reporting.replay.ReplayDifference;
import org.throughline.reporting.replay.ReplayRefused;
import org.throughline.reporting.replay.ReplayRun;
import org.throughline.reporting.replay.Replays;
import org.throughline.reporting.replay.Replays.Scope;
import org.throughline.reporting.replay.Replays.Started;

/** Replays of changed decision tables, for analysts, managers and administrators. */
@RestController
@RequestMapping("/api/decisions")
@Tag(
        name = "Decisions",
        description = "Run a changed table over the requests of a period and see what would come out otherwise;"
                + " analysts, managers and administrators")
class ReplayController {

    private static final int PATIENCE = 2000;

    private final Replays replays;

    ReplayController(Replays replays) {
        this.replays = replays;
    }

    /**
     * A deployed table to replay.
     *
     * @param version its version, or
     * @param deploymentId the deployment that brought it
     */
    record Asked(
            @Nullable Integer version,
            @Nullable String deploymentId,
            @Nullable String from,
            @Nullable String to,
            @Nullable String workType,
            @Nullable Integer limit) {}

    @GetMapping
    @Operation(summary = "The decisions that are deployed, with their versions, newest first")
    List<Map<String, Object>> decisions() {
        return replays.decisions();
    }

    @PostMapping(path = "/{key}/replay", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "Replay a deployed version",
            description = "Answers 200 with the result if it is there within two seconds, else 202: look at"
                    + " /api/decisions/replays/{id}. Days are the agency's, both included; the last 30 without them.")
    ResponseEntity<ReplayRun> deployed(
            @AuthenticationPrincipal Caller caller, @PathVariable String key, @RequestBody Asked asked) {
        Scope scope = new Scope(asked.from(), asked.to(), asked.workType(), asked.limit());
        if (asked.version() != null) {
            return answer(replays.version(key, asked.version(), scope, caller.userId()));
        }
        if (asked.deploymentId() != null) {
            return answer(replays.deployment(key, asked.deploymentId(), scope, caller.userId()));
        }
        throw Problem.badRequest("Name a version or a deploymentId, or send a changed table as the part \"file\".");
    }

    @PostMapping(path = "/{key}/replay", consumes = MediaType.MULTIPART_FORM_DATA_VALUE)
    @Operation(
            summary = "Replay a changed file",
            description = "The part file is a DMN file with the decision; others that it has stand in the place of the"
                    + " deployed ones too. Nothing is deployed.")
    ResponseEntity<ReplayRun> changed(
            @AuthenticationPrincipal Caller caller,
            @PathVariable String key,
            @RequestParam MultipartFile file,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String workType,
            @RequestParam(required = false) @Nullable Integer limit)
            throws IOException {
        String name = file.getOriginalFilename();
        String shown = name == null || name.isBlank() ? "without a name" : name.replaceAll("\\p{Cntrl}", "");
        return answer(replays.file(
                key,
                shown.length() <= 200 ? shown : shown.substring(0, 200),
                file.getInputStream().readNBytes(Replays.MOST_BYTES + 1),
                new Scope(from, to, workType, limit),
                caller.userId()));
    }

    private ResponseEntity<ReplayRun> answer(Started started) {
        boolean ended = true;
        try {
            started.end().get(PATIENCE, TimeUnit.MILLISECONDS);
        } catch (TimeoutException later) {
            ended = false;
        } catch (InterruptedException stopping) {
            Thread.currentThread().interrupt();
            ended = false;
        } catch (ExecutionException never) {
            throw new IllegalStateException(never);
        }
        return ResponseEntity.status(ended ? HttpStatus.OK : HttpStatus.ACCEPTED)
                .location(URI.create("/api/decisions/replays/" + started.id()))
                .body(replays.find(started.id()));
    }

    @GetMapping("/replays")
    @Operation(summary = "The replays of the last week, newest first, without their results")
    Page<ReplayRun> replays(
            @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        check(page, size);
        return replays.list(page, size);
    }

    @GetMapping("/replays/{id}")
    @Operation(summary = "How far a replay is, and what came out")
    ReplayRun replay(@PathVariable String id) {
        return replays.find(id);
    }

    @DeleteMapping("/replays/{id}")
    @ResponseStatus(HttpStatus.ACCEPTED)
    @Operation(summary = "End a replay soon")
    void cancel(@PathVariable String id) {
        replays.cancel(id);
    }

    @GetMapping(path = "/replays/{id}/differences", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(summary = "The requests that would come out otherwise, newest first")
    Page<ReplayDifference> differences(
            @PathVariable String id,
            @RequestParam(defaultValue = "0") int page,
            @RequestParam(defaultValue = "" + Page.SIZE) int size) {
        check(page, size);
        return replays.differences(id, page, size);
    }

    @GetMapping(path = "/replays/{id}/differences", produces = "text/csv")
    ResponseEntity<String> csv(@PathVariable String id) {
        ReplayRun run = replays.find(id);
        return ResponseEntity.ok()
                .contentType(new MediaType("text", "csv", java.nio.charset.StandardCharsets.UTF_8))
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename("replay-" + run.decision() + ".csv")
                                .build()
                                .toString())
                .body(DifferencesCsv.of(
                        replays.differences(id, 0, Integer.MAX_VALUE).items()));
    }

    private static void check(int page, int size) {
        if (page < 0 || size < 1 || size > Page.LARGEST) {
            throw Problem.badRequest("Give a page from 0 on and a size from 1 to " + Page.LARGEST + ".");
        }
    }

    @ExceptionHandler
    ProblemDetail refused(ReplayRefused refused) {
        HttpStatus status = switch (refused.kind()) {
            case WRONG -> HttpStatus.BAD_REQUEST;
            case NOT_FOUND -> HttpStatus.NOT_FOUND;
            case BUSY -> HttpStatus.CONFLICT;
            case TOO_LARGE -> HttpStatus.PAYLOAD_TOO_LARGE;
        };
        String where = refused.line() == null ? "" : "Line " + refused.line() + ": ";
        ProblemDetail problem = ProblemDetail.forStatusAndDetail(status, where + refused.getMessage());
        problem.setProperty("line", refused.line());
        problem.setProperty("element", refused.element());
        return problem;
    }

    @ExceptionHandler
    ProblemDetail refused(ReportRequestRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }
}
