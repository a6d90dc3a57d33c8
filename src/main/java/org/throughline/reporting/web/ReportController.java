package org.throughline.reporting.web;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.throughline.reporting.Report;
import org.throughline.reporting.ReportAccess;
import org.throughline.reporting.ReportCsv;
import org.throughline.reporting.ReportName;
import org.throughline.reporting.ReportRequestRefused;
import org.throughline.reporting.Reports;
import org.throughline.reporting.projection.RequestRebuild;

/** Reports for managers and administrators, and the rebuild of the table they read. */
@RestController
@RequestMapping("/api/reports")
@Tag(
        name = "Reports",
        description =
                "Volume, cycle time, completion, capacity, cost, what is open or unconfirmed, partners' work and what became"
                        + " of AI outputs; managers and administrators only")
class ReportController {

    private static final MediaType CSV = new MediaType("text", "csv", StandardCharsets.UTF_8);

    private final Reports reports;
    private final ReportAccess access;
    private final RequestRebuild rebuild;

    ReportController(Reports reports, ReportAccess access, RequestRebuild rebuild) {
        this.reports = reports;
        this.access = access;
        this.rebuild = rebuild;
    }

    @GetMapping(path = "/{name}", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            summary = "A report's figures",
            description =
                    "Names: volume, cycle-time, completion, straight-through, sla, backlog, unconfirmed, capacity, cost,"
                            + " partner, ai-oversight. Days are the agency's, both included; without a period the last"
                            + " 30 days. groupBy takes column names with commas between. unconfirmed and capacity say"
                            + " how things stand now. cost is a decimal text; it stays empty where a role has no rate"
                            + " (throughline.reporting.cost.hourly-rates) or fees are in another currency.")
    Report json(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String groupBy) {
        return report(name, from, to, groupBy);
    }

    @GetMapping(path = "/{name}", produces = "text/csv")
    ResponseEntity<String> csv(
            @PathVariable String name,
            @RequestParam(required = false) @Nullable String from,
            @RequestParam(required = false) @Nullable String to,
            @RequestParam(required = false) @Nullable String groupBy) {
        Report report = report(name, from, to, groupBy);
        return ResponseEntity.ok()
                .contentType(CSV)
                .header(
                        HttpHeaders.CONTENT_DISPOSITION,
                        ContentDisposition.attachment()
                                .filename(report.report() + ".csv")
                                .build()
                                .toString())
                .body(ReportCsv.of(report));
    }

    @PostMapping("/rebuild")
    @Operation(
            summary = "Make the table of requests anew from the engine's history",
            description =
                    "Answers what was found: requests in the history, rows missing, rows different, rows without a "
                            + "request. Administrators only.")
    RequestRebuild.Comparison rebuild() {
        if (!access.mayRebuild()) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN, "Only an administrator may rebuild the reports. Ask one to do it.");
        }
        return rebuild.rebuild();
    }

    private Report report(String name, @Nullable String from, @Nullable String to, @Nullable String groupBy) {
        if (!access.mayRead()) {
            throw new ResponseStatusException(
                    HttpStatus.FORBIDDEN,
                    "Reports are for managers and administrators. Ask one of them for the figures.");
        }
        ReportName report = ReportName.of(name)
                .orElseThrow(() -> new ResponseStatusException(
                        HttpStatus.NOT_FOUND,
                        "There is no report of this name. Use one of "
                                + Arrays.stream(ReportName.values())
                                        .map(ReportName::id)
                                        .collect(Collectors.joining(", "))
                                + "."));
        return reports.report(report, from, to, groupBy);
    }

    @ExceptionHandler
    ProblemDetail refused(ReportRequestRefused refused) {
        return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, String.valueOf(refused.getMessage()));
    }

    @ExceptionHandler
    ProblemDetail busy(ConcurrencyFailureException failure) {
        return ProblemDetail.forStatusAndDetail(
                HttpStatus.CONFLICT, "A request moved on during the rebuild and nothing was changed. Try again.");
    }
}
